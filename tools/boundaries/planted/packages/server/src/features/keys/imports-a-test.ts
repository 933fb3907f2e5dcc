import { tested } from './keys.test.ts';

export const planted = tested;
