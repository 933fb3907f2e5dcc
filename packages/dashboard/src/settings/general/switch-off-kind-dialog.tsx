import type { ApiKeyType, Counted } from '@latchkey/react';
import { FormDialog } from '@latchkey/react/forms';
import { useToast } from '@latchkey/ui';
import { formatCount } from '../../figures/format-count.ts';
import { useUpdateProject } from '../use-update-project.ts';
import { useValidKeyCount } from './use-valid-key-count.ts';

export interface SwitchOffKindDialogProps {
  kind: ApiKeyType;
  onClose: () => void;
}

/** Says how many keys stop working with their kind, before it is switched off. */
export function SwitchOffKindDialog({ kind, onClose }: SwitchOffKindDialogProps) {
  const update = useUpdateProject();
  const toast = useToast();
  const { data: keys, isError } = useValidKeyCount(kind);
  const switchOff = async () => {
    await update({ config: kind === 'user' ? { allowUserApiKeys: false } : { allowTeamApiKeys: false } });
    toast({ text: `API keys of ${kind}s are off.`, tone: 'good' });
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      tone="danger"
      title={`Switch API keys of ${kind}s off?`}
      description={consequence({ kind, keys, isUnknown: isError })}
      submitLabel="Switch off"
      onSubmit={switchOff}
    />
  );
}

interface Stopped {
  kind: ApiKeyType;
  keys: Counted | undefined;
  /** They could not be counted. */
  isUnknown: boolean;
}

function consequence({ kind, keys, isUnknown }: Stopped): string {
  const after = `No ${kind} can create one meanwhile. Switching the kind on again brings all of them back.`;
  if (isUnknown) return `All valid keys of ${kind}s stop working at once. ${after}`;
  if (keys === undefined) return 'Counting the keys that stop working…';
  if (keys.count === 0) return `No ${kind} has a valid key now, so nothing stops working. ${after}`;
  const isOne = keys.count === 1 && !keys.isAtLeast;
  return `${formatCount(keys)} valid ${isOne ? `key of a ${kind} stops` : `keys of ${kind}s stop`} working at once: each check of ${isOne ? 'it' : 'them'} is refused. ${after}`;
}
