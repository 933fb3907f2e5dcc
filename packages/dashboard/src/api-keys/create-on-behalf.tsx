import { Button } from '@latchkey/ui';
import { useState } from 'react';
import { useProject } from '../project/use-project.ts';
import { ChooseOwnerDialog } from './choose-owner-dialog.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import type { KeyOwner } from './key-owner.ts';

/** Creates a key on behalf of a user or a team: first asks of whom. Nothing where keys of both kinds are switched off. */
export function CreateOnBehalf() {
  const { config } = useProject();
  const [step, setStep] = useState<'choose' | KeyOwner | null>(null);
  const close = () => setStep(null);
  if (!config.allowUserApiKeys && !config.allowTeamApiKeys) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setStep('choose')}>
        Create key
      </Button>
      {step === 'choose' ? <ChooseOwnerDialog onClose={close} onChosen={setStep} /> : null}
      {step === null || step === 'choose' ? null : <CreateKeyDialog owner={step} onClose={close} />}
    </>
  );
}
