import type { ContactChannel, ServerUser } from '@latchkey/react';
import { ProblemDialog, useAction } from '@latchkey/react/forms';
import { Button, Card, EmptyState, Menu, Tag } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ListFailure } from '../lists/list-failure.tsx';
import { ListLoading } from '../lists/list-loading.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { AddressDialog } from './address-dialog.tsx';

/** Where mail reaches a user, and what signs them in. */
export function AddressesCard({ user }: { user: ServerUser }) {
  const { projectId } = useAdminApp();
  const [editing, setEditing] = useState<ContactChannel | 'new' | null>(null);
  const query = useQuery({
    queryKey: [projectId, 'user', user.id, 'addresses'],
    queryFn: () => user.listContactChannels(),
  });
  const { data: channels } = query;
  return (
    <Card
      flush
      title="Addresses"
      description="The primary one gets the mail. A verified one is known to be theirs."
      actions={<Button onClick={() => setEditing('new')}>Add address</Button>}
    >
      <ListFailure noun="addresses" query={query} />
      {channels?.length === 0 ? <EmptyState title="No address">Nothing can be mailed to them.</EmptyState> : null}
      {channels === undefined && !query.isError ? <ListLoading noun="addresses" lines={2} /> : null}
      {channels !== undefined && channels.length > 0 ? (
        <ul>
          {channels.map((channel) => (
            <AddressLine key={channel.id} channel={channel} onEdit={() => setEditing(channel)} />
          ))}
        </ul>
      ) : null}
      {editing === null ? null : (
        <AddressDialog
          user={user}
          channel={editing === 'new' ? null : editing}
          isFirst={channels?.length === 0}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}

function AddressLine({ channel, onEdit }: { channel: ContactChannel; onEdit: () => void }) {
  const refresh = useRefreshProject();
  const action = useAction();
  const change = (work: () => Promise<void>) => () =>
    void action.run(async () => {
      await work();
      await refresh();
    });
  const { value, isPrimary, isVerified, usedForAuth } = channel;
  return (
    <li className="choices__line">
      <span className="choices__text choices__title">
        {value}
        {isPrimary ? <Tag>Primary</Tag> : null}
        {isVerified ? <Tag tone="good">Verified</Tag> : <Tag tone="warn">Unverified</Tag>}
        {usedForAuth ? <Tag>Signs in</Tag> : null}
      </span>
      <Menu
        label={`Actions for ${value}`}
        size="small"
        items={[
          { label: 'Change…', onSelect: onEdit },
          {
            label: isVerified ? 'Mark as unverified' : 'Mark as verified',
            onSelect: change(() => channel.update({ isVerified: !isVerified })),
          },
          {
            label: usedForAuth ? 'Stop using for sign-in' : 'Use for sign-in',
            onSelect: change(() => channel.update({ usedForAuth: !usedForAuth })),
          },
          ...(isPrimary
            ? []
            : [{ label: 'Make primary', onSelect: change(() => channel.update({ isPrimary: true })) }]),
          'separator',
          { label: 'Remove', tone: 'danger', onSelect: change(() => channel.delete()) },
        ]}
      />
      <ProblemDialog action={action} />
    </li>
  );
}
