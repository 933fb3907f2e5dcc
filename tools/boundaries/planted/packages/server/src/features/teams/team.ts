import { issueKey } from '../keys/index.ts';

export const team = issueKey;
