import { createApp } from '../../app.ts';

export const planted = createApp;
