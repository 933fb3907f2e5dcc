import { RelativeTime } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../project/use-project.ts';
import type { KeyMomentProps } from './key-end.tsx';
import { ownerQuery } from './owner-query.ts';

/** When a key was created, and by whom, unless by its owner. */
export function KeyCreation({ apiKey: { createdAt, creator, owner }, now }: KeyMomentProps) {
  return (
    <span className="key-creation">
      <RelativeTime date={createdAt < now ? createdAt : now} now={now} locale="en" className="lk-muted" />
      {creator === undefined || creator.userId === owner.id ? null : creator.userId === null ? (
        <span className="lk-note">· server</span>
      ) : (
        <Creator userId={creator.userId} />
      )}
    </span>
  );
}

function Creator({ userId }: { userId: string }) {
  const { data: facts } = useQuery(ownerQuery(useAdminApp(), { type: 'user', id: userId }));
  return (
    <span className="lk-note">
      · <bdi>{facts?.name ?? 'a user'}</bdi>
    </span>
  );
}
