export { issueKey } from './issue-key.ts';
