import type { MailWithContent } from '@latchkey/react';
import { Card, EmptyState, Skeleton, Tabs } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { FailedPage } from '../../page/failed-page.tsx';
import { LinkTo } from '../../page/link-to.tsx';
import { Moment } from '../../page/moment.tsx';
import { Page } from '../../page/page.tsx';
import { useAdminApp } from '../../project/use-project.ts';
import { MailFrame } from './mail-frame.tsx';
import { MailText } from './mail-text.tsx';

/** One kept mail: for whom it is, and what it says. */
export function OneMailPage() {
  const { projectId, mailId } = useParams({ from: '/projects/$projectId/mail/$mailId' });
  const app = useAdminApp();
  const {
    data: mail,
    error,
    refetch,
  } = useQuery({
    queryKey: [app.projectId, 'mail', mailId],
    queryFn: () => app.getMail(mailId),
  });
  if (error !== null && mail === undefined) return <FailedPage error={error} reset={() => void refetch()} />;
  const back = (
    <LinkTo to="/projects/$projectId/mail" params={{ projectId }}>
      All mail
    </LinkTo>
  );
  if (mail === undefined) {
    return (
      <Page title="Mail" actions={back}>
        <Skeleton lines={6} />
      </Page>
    );
  }
  if (mail === null) {
    return (
      <Page title="Mail" actions={back}>
        <EmptyState title="This mail is not kept any more">It was sent, or it has expired.</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={mail.subject}
      description={
        <>
          To <strong className="mail-address">{mail.to}</strong>, written <Moment date={mail.createdAt} />. It is
          deleted <Moment date={mail.expiresAt} />.
        </>
      }
      actions={back}
    >
      <MailContent mail={mail} />
    </Page>
  );
}

function MailContent({ mail }: { mail: MailWithContent }) {
  return (
    <Card>
      <Tabs
        label="The mail as"
        tabs={[
          {
            id: 'text',
            label: 'Text',
            content: <MailText text={mail.text} />,
          },
          { id: 'html', label: 'HTML', content: <MailFrame subject={mail.subject} html={mail.html} /> },
        ]}
      />
    </Card>
  );
}
