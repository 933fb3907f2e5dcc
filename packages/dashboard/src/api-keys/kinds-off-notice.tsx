import type { ApiKeyType } from '@latchkey/react';
import { Notice } from '@latchkey/ui';
import { LinkTo } from '../page/link-to.tsx';
import { useProject } from '../project/use-project.ts';

/** Says that keys of one kind, or of both, are switched off in the project; nothing where they are on. */
export function KindsOffNotice({ kinds = ['user', 'team'] }: { kinds?: readonly ApiKeyType[] }) {
  const { id, config } = useProject();
  const off = kinds.filter((kind) => !(kind === 'user' ? config.allowUserApiKeys : config.allowTeamApiKeys));
  if (off.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={`API keys of ${off.map((kind) => `${kind}s`).join(' and ')} are switched off`}
      action={
        <LinkTo to="/projects/$projectId/settings" params={{ projectId: id }}>
          Switch them on
        </LinkTo>
      }
    >
      None can be created, and every check of one is refused, until they are switched on again.
    </Notice>
  );
}
