import { apiKeyStatus } from '@latchkey/react';
import { Tag } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useAdminApp, useProject } from '../project/use-project.ts';
import type { KeyMomentProps } from './key-end.tsx';
import { ownerQuery } from './owner-query.ts';

/** What a key is, in a word. */
export function KeyTag({ apiKey, now }: KeyMomentProps) {
  const { config } = useProject();
  const { data: facts } = useQuery(ownerQuery(useAdminApp(), apiKey.owner));
  const isOn = apiKey.type === 'user' ? config.allowUserApiKeys : config.allowTeamApiKeys;
  const refused = !isOn || facts?.isRestricted ? <Tag tone="bad">Refused</Tag> : null;
  switch (apiKeyStatus(apiKey, now)) {
    case 'active':
      return refused ?? <Tag tone="good">Active</Tag>;
    case 'expiring':
      return refused ?? <Tag tone="warn">Expires soon</Tag>;
    case 'expired':
      return <Tag>Expired</Tag>;
    case 'revoked':
      return apiKey.leakReportedAt ? <Tag tone="bad">Leaked</Tag> : <Tag>Revoked</Tag>;
  }
}
