import type { Words } from './words.ts';
export const arabic: Words = { 'common.cancel': 'x' };
