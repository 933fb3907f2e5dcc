export { sdkCompatibility } from './sdk-compatibility.routes.ts';
