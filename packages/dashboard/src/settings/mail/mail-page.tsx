import { Skeleton } from '@latchkey/ui';
import { Page } from '../../page/page.tsx';
import { MailDeliveryCard } from './mail-delivery-card.tsx';
import { MailList } from './mail-list.tsx';
import { TestMailCard } from './test-mail-card.tsx';
import { useMailDelivery } from './use-mail-delivery.ts';

/** How mail leaves, and what has not left. */
export function MailPage() {
  const { data: delivery, isError } = useMailDelivery();
  return (
    <Page title="Mail" description="Invitations, verified addresses and forgotten passwords go by mail.">
      {delivery === undefined && !isError ? <Skeleton lines={3} /> : null}
      {delivery === undefined ? null : <MailDeliveryCard delivery={delivery} />}
      {delivery?.method === 'smtp' ? <TestMailCard /> : null}
      <MailList delivery={delivery} />
    </Page>
  );
}
