import type { errorCode } from '@latchkey/contract';

export const client: typeof errorCode | undefined = undefined;
