export { users } from './users.routes.ts';
export { createUser } from './create-user.ts';
export { endWaysIn } from './end-ways-in.ts';
export { findUser, findUsers } from './find-user.ts';
export { presentUser } from './present-user.ts';
export { requireAcceptablePassword } from './require-acceptable-password.ts';
export { updateUser } from './update-user.ts';
