import { startTestServer } from '@latchkey/test-kit';

export const planted = startTestServer;
