import type { ApiKeyOwner } from '@latchkey/react';

/** Whose keys are spoken of, by name. */
export interface KeyOwner extends ApiKeyOwner {
  name: string;
}
