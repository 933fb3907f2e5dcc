import type { Words } from './words.ts';
export const japanese: Words = { 'common.cancel': 'x' };
