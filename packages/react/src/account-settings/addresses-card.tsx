'use client';
import type { ContactChannel, CurrentUser } from '@latchkey/js';
import { Button, Menu, type MenuEntry, Notice, Tag, useAnnounce } from '@latchkey/ui';
import { useMemo, useState } from 'react';
import { FormDialog } from '../forms/form-dialog.tsx';
import { FormTextField } from '../forms/form-text-field.tsx';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useAction } from '../forms/use-action.ts';
import { useWords } from '../words/use-words.ts';
import { SettingsCard } from './settings-card.tsx';

/** The user's e-mail addresses, and what each is for. */
export function AddressesCard({ user }: { user: CurrentUser }) {
  const { text } = useWords();
  const channels = user.useContactChannels();
  // As it was listed: an object that was just made primary knows it before the one that was learns of it.
  const primaryId = useMemo(() => channels.find(({ isPrimary }) => isPrimary)?.id, [channels]);
  const [dialog, setDialog] = useState<'add' | ContactChannel | null>(null);
  const close = () => setDialog(null);
  const removed = dialog === 'add' ? null : dialog;
  return (
    <SettingsCard
      flush
      title={text('addresses.title')}
      description={text('addresses.text')}
      actions={<Button onClick={() => setDialog('add')}>{text('addresses.add')}</Button>}
    >
      <ul className="lk-list">
        {channels.map((channel) => (
          <AddressRow
            key={channel.id}
            channel={channel}
            isPrimary={channel.id === primaryId}
            onRemove={() => setDialog(channel)}
          />
        ))}
      </ul>
      <AddDialog user={user} channels={channels} open={dialog === 'add'} onClose={close} />
      <FormDialog
        tone="danger"
        open={removed !== null}
        onClose={close}
        title={text('addresses.remove_title', { email: removed?.value ?? '' })}
        description={text(removed?.usedForAuth === true ? 'addresses.remove_sign_in' : 'addresses.remove_text')}
        submitLabel={text('addresses.remove')}
        doneText={text('addresses.removed')}
        onSubmit={async () => removed?.delete()}
      />
    </SettingsCard>
  );
}

interface AddressRowProps {
  channel: ContactChannel;
  isPrimary: boolean;
  onRemove: () => void;
}

function AddressRow({ channel, isPrimary, onRemove }: AddressRowProps) {
  const { text } = useWords();
  const announce = useAnnounce();
  const { isBusy, problem, run } = useAction();
  const [isSent, setIsSent] = useState(false);
  const change = async (work: () => Promise<void>) => {
    if (await run(work)) announce(text('settings.saved'));
  };
  const send = async () => {
    if (await run(() => channel.sendVerificationEmail())) setIsSent(true);
  };
  const items: MenuEntry[] = [
    ...(channel.isVerified ? [] : [{ label: text('addresses.verify'), onSelect: () => void send() }]),
    ...(isPrimary
      ? []
      : [
          {
            label: text('addresses.make_primary'),
            onSelect: () => void change(() => channel.update({ isPrimary: true })),
          },
        ]),
    {
      label: text(channel.usedForAuth ? 'addresses.stop_sign_in' : 'addresses.use_sign_in'),
      onSelect: () => void change(() => channel.update({ usedForAuth: !channel.usedForAuth })),
    },
    'separator',
    { label: text('addresses.remove'), tone: 'danger', onSelect: onRemove },
  ];
  return (
    <li className="lk-list__row" aria-busy={isBusy}>
      <span className="lk-list__name">{channel.value}</span>
      <span className="lk-row lk-list__tags">
        {isPrimary ? <Tag>{text('addresses.primary')}</Tag> : null}
        {channel.usedForAuth ? <Tag>{text('addresses.signs_in')}</Tag> : null}
        <Tag tone={channel.isVerified ? 'good' : 'warn'}>
          {text(channel.isVerified ? 'addresses.verified' : 'addresses.unverified')}
        </Tag>
      </span>
      <Menu label={text('addresses.actions', { email: channel.value })} items={items} size="small" />
      <ProblemNotice problem={problem} className="lk-list__whole" />
      {isSent && problem === null && !channel.isVerified ? (
        <Notice tone="good" className="lk-list__whole">
          {text('auth.mail_sent')}
        </Notice>
      ) : null}
    </li>
  );
}

interface AddDialogProps {
  user: CurrentUser;
  channels: readonly ContactChannel[];
  open: boolean;
  onClose: () => void;
}

function AddDialog({ user, channels, open, onClose }: AddDialogProps) {
  const { text } = useWords();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={text('addresses.add')}
      description={text('addresses.add_text')}
      submitLabel={text('addresses.add')}
      doneText={text('addresses.added')}
      onSubmit={async (field) => {
        const value = field('email');
        // There already where its mail could not be sent in the try before.
        const added = channels.find((channel) => channel.value === value);
        const channel = added ?? (await user.createContactChannel({ type: 'email', value, usedForAuth: false }));
        await channel.sendVerificationEmail();
      }}
    >
      <FormTextField name="email" type="email" label={text('auth.email')} autoComplete="email" required />
    </FormDialog>
  );
}
