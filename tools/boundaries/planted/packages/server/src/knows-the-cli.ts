import { command } from '@latchkey/cli';

export const planted = command;
