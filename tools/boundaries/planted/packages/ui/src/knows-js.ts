import { client } from '@latchkey/js';

export const planted = client;
