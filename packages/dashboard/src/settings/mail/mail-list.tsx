import type { Mail, MailDelivery } from '@latchkey/react';
import { EmptyState, Table, type TableColumn, Tag } from '@latchkey/ui';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ListCard } from '../../lists/list-card.tsx';
import { listAddress } from '../../lists/list-address.ts';
import { cursorOf, offsetOf, type PageSearch, rowsPerPage } from '../../lists/page-search.ts';
import { useList } from '../../lists/use-list.ts';
import { Moment } from '../../page/moment.tsx';
import { useProject } from '../../project/use-project.ts';

const from = '/projects/$projectId/mail';

/** The mails that were kept, or that wait for the mail server. */
export function MailList({ delivery }: { delivery: MailDelivery | undefined }) {
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const { goOn, goBack } = listAddress<PageSearch>(search, navigate);
  const { id: projectId } = useProject();
  const query = useList({
    name: 'mails',
    filter: {},
    cursor: cursorOf(search),
    read: (app, cursor) => app.listMails({ limit: rowsPerPage, ...(cursor !== undefined && { cursor }) }),
  });
  return (
    <ListCard
      noun="mails"
      title={delivery?.method === 'smtp' ? 'Mail that waits' : 'Mail so far'}
      description={
        delivery?.method === 'smtp'
          ? 'What the mail server has not taken yet is tried again.'
          : 'Links in them work, so hand one on to nobody but whom it is for.'
      }
      query={query}
      offset={offsetOf(search)}
      onPrevious={goBack}
      onNext={goOn}
      empty={
        <EmptyState title={delivery?.method === 'smtp' ? 'No mail waits' : 'No mail yet'}>
          {whatComes(delivery)}
        </EmptyState>
      }
    >
      {(rows, { busy }) => (
        <Table caption="Mails" columns={columnsOf(projectId)} rows={rows} rowKey={({ id }) => id} busy={busy} />
      )}
    </ListCard>
  );
}

function whatComes(delivery: MailDelivery | undefined): string {
  return delivery?.method === 'smtp'
    ? 'All of it was taken by the mail server.'
    : 'Whatever your application sends its users appears here: the first invitation, the first address to verify.';
}

const states: Record<Mail['status'], { tone: 'neutral' | 'warn' | 'bad'; word: string }> = {
  kept: { tone: 'neutral', word: 'Kept' },
  waiting: { tone: 'warn', word: 'Waiting' },
  failed: { tone: 'bad', word: 'Failed' },
};

function columnsOf(projectId: string): TableColumn<Mail>[] {
  return [
    {
      id: 'subject',
      label: 'Subject',
      isRowHeader: true,
      cell: ({ id, subject }) => (
        <Link to="/projects/$projectId/mail/$mailId" params={{ projectId, mailId: id }}>
          {subject}
        </Link>
      ),
    },
    { id: 'to', label: 'To', cell: ({ to }) => <span className="mail-address">{to}</span> },
    { id: 'state', label: 'State', cell: ({ status }) => <Tag tone={states[status].tone}>{states[status].word}</Tag> },
    { id: 'created', label: 'Written', cell: ({ createdAt }) => <Moment date={createdAt} /> },
    { id: 'expires', label: 'Deleted', cell: ({ expiresAt }) => <Moment date={expiresAt} /> },
  ];
}
