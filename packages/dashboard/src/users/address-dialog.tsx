import type { ContactChannel, ServerUser } from '@latchkey/react';
import { FormDialog, type FormFields, FormTextField } from '@latchkey/react/forms';
import { Checkbox } from '@latchkey/ui';
import { useRefreshProject } from '../project/use-refresh-project.ts';

export interface AddressDialogProps {
  user: ServerUser;
  /** Null: a new one. */
  channel: ContactChannel | null;
  /** The user has none yet: this one becomes the primary address. */
  isFirst: boolean;
  onClose: () => void;
}

/** Adds an address, or changes one. */
export function AddressDialog({ user, channel, isFirst, onClose }: AddressDialogProps) {
  const refresh = useRefreshProject();
  const save = async (field: FormFields) => {
    const value = field('email');
    const isVerified = field('verified') === 'yes';
    if (channel === null) {
      await user.createContactChannel({
        type: 'email',
        value,
        isVerified,
        usedForAuth: field('signsIn') === 'yes',
        ...(isFirst && { isPrimary: true }),
      });
    } else {
      await channel.update({ value, isVerified });
    }
    await refresh();
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      title={channel === null ? 'Add address' : 'Change address'}
      submitLabel={channel === null ? 'Add address' : 'Save'}
      doneText={channel === null ? 'The address was added.' : 'The address was changed.'}
      onSubmit={save}
    >
      <FormTextField
        name="email"
        type="email"
        label="Address"
        defaultValue={channel?.value}
        required
        autoComplete="off"
      />
      <Checkbox
        name="verified"
        value="yes"
        defaultChecked={channel?.isVerified ?? false}
        label="The address is verified"
        hint="Tick this when you know that it is theirs."
      />
      {channel === null ? (
        <Checkbox name="signsIn" value="yes" defaultChecked={isFirst} label="The address signs them in" />
      ) : null}
    </FormDialog>
  );
}
