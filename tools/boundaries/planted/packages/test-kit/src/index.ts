import { createApp } from '@latchkey/server';

export const startTestServer = createApp;
