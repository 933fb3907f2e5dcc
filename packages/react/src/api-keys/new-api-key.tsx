'use client';
import type { ApiKeyFirstView, ApiKeyHolder } from './api-key-holder.ts';
import { ApiKeySecretDialog } from './api-key-secret-dialog.tsx';
import { CreateApiKeyDialog } from './create-api-key-dialog.tsx';

/** How far the creation of a key has come. */
export interface NewApiKeyStep {
  holder: ApiKeyHolder;
  /** What the examples call the environment variable that holds the key. */
  variable: string;
  /** Null: its form is being filled in. */
  key: ApiKeyFirstView | null;
}

export interface NewApiKeyProps {
  step: NewApiKeyStep;
  onStep: (step: NewApiKeyStep) => void;
  onClose: () => void;
  apiUrl: string | undefined;
}

/** From the form to the key that is shown once. The secret is in this state alone, and gone with it. */
export function NewApiKey({ step, onStep, onClose, apiUrl }: NewApiKeyProps) {
  if (step.key === null) {
    return <CreateApiKeyDialog holder={step.holder} onClose={onClose} onCreated={(key) => onStep({ ...step, key })} />;
  }
  return (
    <ApiKeySecretDialog
      name={step.key.description}
      secret={step.key.value}
      apiUrl={apiUrl}
      variable={step.variable}
      onClose={onClose}
    />
  );
}
