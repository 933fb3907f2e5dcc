export { passwords } from './passwords.routes.ts';
