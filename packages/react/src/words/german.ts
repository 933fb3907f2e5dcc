import type { Words } from './words.ts';
export const german: Words = { 'common.cancel': 'x' };
