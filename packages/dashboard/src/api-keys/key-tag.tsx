import { apiKeyStatus } from '@latchkey/react';
import { Tag } from '@latchkey/ui';
import type { KeyMomentProps } from './key-end.tsx';

/** What a key is, in a word. */
export function KeyTag({ apiKey, now }: KeyMomentProps) {
  switch (apiKeyStatus(apiKey, now)) {
    case 'active':
      return <Tag tone="good">Active</Tag>;
    case 'expiring':
      return <Tag tone="warn">Expires soon</Tag>;
    case 'expired':
      return <Tag>Expired</Tag>;
    case 'revoked':
      return apiKey.leakReportedAt ? <Tag tone="bad">Leaked</Tag> : <Tag>Revoked</Tag>;
  }
}
