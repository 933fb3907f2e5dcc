import type { HeldApiKey } from '@latchkey/react';

/** All of a key that can be seen: `sk_ ···· 75cb`. */
export function MaskedKey({ apiKey }: { apiKey: HeldApiKey }) {
  return (
    <bdi dir="ltr" className="lk-mono lk-faint">
      {apiKey.isPublic ? 'pk_' : 'sk_'} ···· {apiKey.value.lastFour}
    </bdi>
  );
}
