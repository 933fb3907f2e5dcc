'use client';
import { Button, Checkbox, CodeBlock, Dialog } from '@latchkey/ui';
import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { SecretUses } from './secret-uses.tsx';

/** What `<ApiKeySecretDialog/>` takes. */
export interface ApiKeySecretDialogProps {
  /** What the key is called. */
  name: string;
  /** The whole secret. */
  secret: string;
  /** Where the key is used. Default: the origin of the page. */
  apiUrl?: string | undefined;
  /** What the examples call the environment variable that holds the key. Default: `API_KEY`. */
  variable?: string | undefined;
  /** Called only after the user has said that the key is stored. */
  onClose: () => void;
}

/**
 * Shows a new key, the only time it can be seen, and stays until the user has said that it is stored. Open while it is
 * rendered. Stands inside a `Frame`.
 */
export function ApiKeySecretDialog({ name, secret, apiUrl, variable = 'API_KEY', onClose }: ApiKeySecretDialogProps) {
  const { text, rich } = useWords();
  const [isStored, setIsStored] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  useLeaveWarning({ isOn: !isStored });
  const close = () => {
    if (isStored) onClose();
    else setWasAsked(true);
  };
  return (
    <Dialog
      open
      onClose={close}
      className="lk-api-key-secret"
      title={rich('api_keys.secret_title', { name: <bdi>{name}</bdi> })}
      description={text('api_keys.secret_text')}
      footer={
        <>
          <Checkbox
            label={text('api_keys.stored')}
            error={wasAsked && !isStored && <span role="alert">{text('api_keys.not_stored')}</span>}
            checked={isStored}
            onChange={(event) => setIsStored(event.target.checked)}
          />
          <Button variant="primary" onClick={close}>
            {text('api_keys.done')}
          </Button>
        </>
      }
    >
      {/* No translator of pages is to read the key, let alone change it. */}
      <div translate="no" ref={focusItsButton}>
        <CodeBlock
          variant="key"
          code={secret}
          label={text('api_keys.secret_key')}
          copyLabel={text('common.copy')}
          copiedLabel={text('common.copied')}
        />
      </div>
      <SecretUses secret={secret} apiUrl={apiUrl ?? location.origin} variable={variable} />
    </Dialog>
  );
}

/** Leaving the page loses the key. */
function useLeaveWarning({ isOn }: { isOn: boolean }): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isOn]);
}

/** Marks what the dialog focuses when it opens, in place of the text before it. */
function focusItsButton(element: HTMLElement | null): void {
  element?.querySelector('button')?.setAttribute('autofocus', '');
}
