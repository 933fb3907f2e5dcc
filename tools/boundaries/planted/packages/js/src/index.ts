import { errorCode } from '@latchkey/contract';

export const client = errorCode;
