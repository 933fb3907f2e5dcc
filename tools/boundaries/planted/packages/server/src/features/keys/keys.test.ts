import { startTestServer } from '@latchkey/test-kit';
import { createApp } from '../../app.ts';

export const tested = [startTestServer, createApp];
