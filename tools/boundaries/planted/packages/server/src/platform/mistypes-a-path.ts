import { team } from './no-such-file.ts';

export const planted = team;
