export { users } from './users.routes.ts';
export { createUser, type NewUser } from './create-user.ts';
export { findUser, findUsers, getUser, type UserOf } from './find-user.ts';
export { presentClientUser, presentUser } from './present-user.ts';
export { requireAcceptablePassword } from './require-acceptable-password.ts';
export { userExists, type UserRecord } from './users.queries.ts';
