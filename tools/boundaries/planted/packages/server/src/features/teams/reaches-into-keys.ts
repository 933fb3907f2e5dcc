import { issueKey } from '../keys/issue-key.ts';

export const planted = issueKey;
