import { insertKey } from './keys.queries.ts';

export const issueKey = insertKey;
