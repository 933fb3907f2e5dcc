import { issueKey } from '../features/keys/index.ts';

export const planted = issueKey;
