'use client';
import { Button, Dialog } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { Failure } from './failure.tsx';
import { createdWhen, MaskedKey, nameOf } from './key-facts.tsx';
import type { KeyCreator } from './use-key-creators.ts';
import { useNow } from './use-now.ts';
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
  const { revoke, isRevoking, error } = useRevokeApiKey();
  const when = createdWhen(apiKey, { now, locale: language });
  const confirm = async () => {
    if (await revoke(apiKey)) onRevoked();
  };
  return (
    <Dialog
      open
      variant="alert"
      onClose={onClose}
      title={rich('api_keys.revoke_title', { name: <bdi>{nameOf(apiKey)}</bdi> })}
      description={text('api_keys.revoke_text')}
      footer={
        <>
          <Button onClick={onClose}>{text('common.cancel')}</Button>
          <Button variant="danger" busy={isRevoking} onClick={() => void confirm()}>
            {text('api_keys.revoke_confirm')}
          </Button>
        </>
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
      <Failure error={error} />
    </Dialog>
  );
}
