export { type IssuedCode, issueVerificationCode } from './issue-verification-code.ts';
export { checkVerificationCode, redeemVerificationCode } from './redeem-verification-code.ts';
export type { VerificationCode } from './verification-code.ts';
export { deleteUnusedVerificationCodes } from './verification-codes.queries.ts';
