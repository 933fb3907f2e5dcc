import { Form, FormTextField, SubmitButton, useAction } from '@latchkey/react/forms';
import { Button, Dialog, useToast } from '@latchkey/ui';
import { useProject } from '../../project/use-project.ts';
import { useUpdateProject } from '../use-update-project.ts';
import { readDomain } from './read-domain.ts';

/** Asks for a site to trust. */
export function AddDomainDialog({ onClose }: { onClose: () => void }) {
  const { config } = useProject();
  const update = useUpdateProject();
  const toast = useToast();
  const action = useAction();
  const add = async (typed: string, handlerPath: string) => {
    const read = readDomain(typed);
    if ('problem' in read) return action.refuse({ field: 'domain', text: read.problem });
    if (config.domains.some(({ domain }) => domain === read.domain)) {
      return action.refuse({ field: 'domain', text: 'This domain is trusted already.' });
    }
    const added = { domain: read.domain, handlerPath };
    const isAdded = await action.run(() => update(({ domains }) => ({ config: { domains: [...domains, added] } })));
    if (!isAdded) return;
    onClose();
    toast({ text: `${read.domain} is trusted.`, tone: 'good' });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closable={!action.isBusy}
      title="Trust a domain"
      description="Scheme, host and port have to match. A * stands for one part of the host, ** for any number of them."
    >
      <Form action={action} onSubmit={(fields) => void add(fields('domain'), fields('handlerPath'))}>
        <FormTextField
          name="domain"
          label="Domain"
          placeholder="https://example.com"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={512}
        />
        <FormTextField
          name="handlerPath"
          label="Path of the pages for signing in"
          hint="Where your application shows them: /handler, unless you have set another."
          defaultValue="/handler"
          required
          pattern="\/(?!\/)[^\\\s]*"
          maxLength={256}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="dialog-buttons">
          <Button aria-disabled={action.isBusy} onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton>Trust domain</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
