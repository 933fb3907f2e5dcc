import { apiKeyStatus } from '@latchkey/react';
import { Notice } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { LinkTo } from '../page/link-to.tsx';
import { Moment } from '../page/moment.tsx';
import { useAdminApp } from '../project/use-project.ts';
import type { KeyMomentProps } from './key-end.tsx';
import { KindsOffNotice } from './kinds-off-notice.tsx';
import { ownerQuery } from './owner-query.ts';

/** Why a key does not work, or will not for much longer; nothing where all is well. */
export function KeyStateNotice({ apiKey, now }: KeyMomentProps) {
  const { expiresAt, manuallyRevokedAt, leakReportedAt } = apiKey;
  switch (apiKeyStatus(apiKey, now)) {
    case 'revoked':
      return leakReportedAt ? (
        <Notice tone="bad" title="Every check of this key is refused: it was found in public">
          Somebody reported it <Moment date={leakReportedAt} />, and it was revoked at once. Whoever found it may have
          used it before: look at its checks.
        </Notice>
      ) : (
        <Notice title="Every check of this key is refused: it was revoked">
          {manuallyRevokedAt ? <Moment date={manuallyRevokedAt} /> : null}. Nothing brings it back; its owner needs
          another one.
        </Notice>
      );
    case 'expired':
      return (
        <Notice title="Every check of this key is refused: it has expired">
          {expiresAt ? <Moment date={expiresAt} /> : null}. Nothing brings it back; its owner needs another one.
        </Notice>
      );
    case 'expiring':
      return (
        <>
          <Notice tone="warn" title="This key expires soon">
            {expiresAt ? <Moment date={expiresAt} /> : null}. Change its expiry, or have what uses it take another key.
          </Notice>
          <Hindrances apiKey={apiKey} />
        </>
      );
    case 'active':
      return <Hindrances apiKey={apiKey} />;
  }
}

/** What keeps a key from working that has not ended itself. */
function Hindrances({ apiKey: { owner } }: Pick<KeyMomentProps, 'apiKey'>) {
  const app = useAdminApp();
  const { data: facts } = useQuery(ownerQuery(app, owner));
  return (
    <>
      <KindsOffNotice kinds={[owner.type]} />
      {facts?.isRestricted ? (
        <Notice
          tone="bad"
          title="Every check of this key is refused: its owner is restricted"
          action={
            <LinkTo to="/projects/$projectId/users/$userId" params={{ projectId: app.projectId, userId: owner.id }}>
              Show owner
            </LinkTo>
          }
        >
          It works again as soon as the restriction is lifted.
        </Notice>
      ) : null}
    </>
  );
}
