import { createApp } from '@latchkey/server';

export const planted = createApp;
