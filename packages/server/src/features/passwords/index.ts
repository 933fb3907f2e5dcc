export { passwords } from './passwords.routes.ts';
export { forgetFailedSignIns } from './sign-in-with-password.ts';
