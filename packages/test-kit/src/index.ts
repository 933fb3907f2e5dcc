export { plansOf } from './plans-of.ts';
export { TestClock } from './test-clock.ts';
export { startTestServer, type TestAnswer, type TestCaller, type TestServer } from './test-server.ts';
export type { TestProject, TestUser } from './test-project.ts';
export { testSecret } from './test-secret.ts';
