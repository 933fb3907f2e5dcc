import { errorCode } from '../../../contract/src/error-codes.ts';

export const planted = errorCode;
