export { plansOf } from './plans-of.ts';
export { TestClock } from './test-clock.ts';
export type { TestAnswer, TestCaller } from './send-request.ts';
export { startTestServer, type TestServer } from './test-server.ts';
export type { TestProject, TestUser } from './test-project.ts';
export { createTestOperator, type TestOperator } from './test-operator.ts';
export { testSecret } from './test-secret.ts';
