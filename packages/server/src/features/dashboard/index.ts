export { dashboard } from './dashboard.routes.ts';
