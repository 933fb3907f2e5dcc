'use client';
import { Dialog } from '@latchkey/ui';
import { DialogButtons } from '../forms/dialog-buttons.tsx';
import { ProblemNotice } from '../forms/problem-notice.tsx';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { createdWhen, MaskedKey, nameOf } from './key-facts.tsx';
import type { KeyCreator } from './use-key-creators.ts';
import { useNow } from '../time/use-now.ts';
import { useRevokeApiKey } from './use-revoke-api-key.ts';

/** What `<RevokeApiKeyDialog/>` takes. */
export interface RevokeApiKeyDialogProps {
  apiKey: HeldApiKey;
  /** Of a team's key: who created it. */
  creator?: KeyCreator | undefined;
  onClose: () => void;
  /** The key is revoked: no check anywhere accepts it any more. */
  onRevoked: () => void;
}

/** Says what stops working, and revokes the key when that is meant. Open while it is rendered. Stands inside a `Frame`. */
export function RevokeApiKeyDialog({ apiKey, creator, onClose, onRevoked }: RevokeApiKeyDialogProps) {
  const { text, rich, language } = useWords();
  const now = useNow([apiKey.createdAt]);
  const { revoke, isRevoking, problem } = useRevokeApiKey();
  const when = createdWhen(apiKey, { now, locale: language });
  const confirm = async () => {
    if (await revoke(apiKey)) onRevoked();
  };
  return (
    <Dialog
      open
      variant="alert"
      onClose={onClose}
      closable={!isRevoking}
      title={rich('api_keys.revoke_title', { name: <bdi>{nameOf(apiKey)}</bdi> })}
      description={text('api_keys.revoke_text')}
      onSubmit={() => void confirm()}
      footer={
        <DialogButtons
          tone="danger"
          onCancel={onClose}
          submitLabel={text('api_keys.revoke_confirm')}
          isBusy={isRevoking}
        />
      }
    >
      <dl className="lk-api-keys__facts">
        <dt>{text('api_keys.column_key')}</dt>
        <dd>
          <MaskedKey apiKey={apiKey} />
        </dd>
        <dt>{text('api_keys.column_created')}</dt>
        <dd>{creator ? rich('api_keys.created_by', { when, who: <bdi>{creator.nameInSentence}</bdi> }) : when}</dd>
      </dl>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
