export { createAccessTokenReader } from './read-access-token.ts';
export { restrictedReasonOf } from './restricted-reason.ts';
export { sessions } from './sessions.routes.ts';
export { endSessionsOfUser } from './sessions.queries.ts';
export { type StartedSession, startSession } from './start-session.ts';
