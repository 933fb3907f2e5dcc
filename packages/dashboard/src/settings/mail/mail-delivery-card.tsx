import type { MailDelivery } from '@latchkey/react';
import { Card, CodeBlock, Tag } from '@latchkey/ui';

const variables = `LATCHKEY_SMTP_URL=smtps://user:password@smtp.example.com:465
LATCHKEY_MAIL_FROM="Example <no-reply@example.com>"`;

/** Which way mail goes; where it goes none, what to set. */
export function MailDeliveryCard({ delivery }: { delivery: MailDelivery }) {
  if (delivery.method === 'smtp') {
    return (
      <Card
        title={
          <>
            Mail leaves by SMTP <Tag tone="good">SMTP</Tag>
          </>
        }
        description={
          <>
            Over <code className="lk-mono">{delivery.host}</code>, from <code className="lk-mono">{delivery.from}</code>
            . It is the same for all projects of this installation, and set in the server&apos;s environment.
          </>
        }
      />
    );
  }
  return (
    <Card
      title={
        <>
          Mail stays here <Tag tone="warn">No SMTP</Tag>
        </>
      }
      description="No mail server is set, so nobody receives anything: what would have been sent is kept below, and you can pass its links on. To send, set these in the server's environment and start it again."
    >
      <CodeBlock label="Variables for SMTP" code={variables} copyLabel="Copy" copiedLabel="Copied" />
    </Card>
  );
}
