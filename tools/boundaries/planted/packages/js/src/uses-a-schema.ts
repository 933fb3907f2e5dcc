import { errorCode } from '@latchkey/contract';

export const planted = errorCode;
