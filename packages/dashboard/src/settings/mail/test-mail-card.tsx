import type { MailDeliveryTest } from '@latchkey/react';
import { Form, FormTextField, SubmitButton, useAction } from '@latchkey/react/forms';
import { Card, Notice } from '@latchkey/ui';
import { useState } from 'react';
import { useAdminApp } from '../../project/use-project.ts';
import { useOperator } from '../../session/use-operator.ts';

/** Sends a mail at once, and says how far it came. */
export function TestMailCard() {
  const app = useAdminApp();
  const { primaryEmail } = useOperator();
  const action = useAction();
  const [test, setTest] = useState<{ to: string; result: MailDeliveryTest } | null>(null);
  const send = (to: string) => {
    setTest(null);
    return action.run(async () => setTest({ to, result: await app.testMailDelivery(to) }));
  };
  return (
    <Card title="Try it" description="Sends one mail now, and says at which step it failed if it did.">
      <Form action={action} label="Send a test mail" onSubmit={(fields) => void send(fields('email'))}>
        <div className="test-mail">
          <FormTextField
            type="email"
            name="email"
            label="To"
            required
            autoComplete="email"
            defaultValue={primaryEmail ?? ''}
            className="test-mail__address"
          />
          <SubmitButton>Send test mail</SubmitButton>
        </div>
      </Form>
      {test === null ? null : <TestOutcome {...test} />}
    </Card>
  );
}

function TestOutcome({ to, result }: { to: string; result: MailDeliveryTest }) {
  if (result.outcome === 'sent') {
    return (
      <Notice tone="good" title="The mail server took it">
        It is on its way to {to}. If it does not arrive, look for it among the spam.
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={`It failed ${steps[result.step]}`}>
      {result.reason}
    </Notice>
  );
}

const steps = {
  configuration: 'before it began: the settings',
  name: 'at finding the mail server',
  connection: 'at connecting to the mail server',
  encryption: 'at encrypting the connection',
  sign_in: 'at signing in to the mail server',
  sender: 'at naming the sender',
  recipient: 'at naming the recipient',
  content: 'at handing over the mail itself',
};
