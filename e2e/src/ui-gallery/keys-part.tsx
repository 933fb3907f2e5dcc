import {
  Avatar,
  Button,
  Card,
  Icon,
  Menu,
  PageHeader,
  Pagination,
  RelativeTime,
  SegmentedControl,
  Table,
  type TableColumn,
  Tag,
  TextField,
} from '@latchkey/ui';
import { useState } from 'react';

interface Key {
  name: string;
  shown: string;
  by: string;
  lastUsedAt: Date | undefined;
  expiresAt: Date | undefined;
  isPublic?: boolean;
}

const now = new Date('2026-11-24T14:00:00Z');
const dayMillis = 24 * 60 * 60 * 1000;
const daysFromNow = (days: number) => new Date(now.getTime() + days * dayMillis);

const keys: Key[] = [
  {
    name: 'Billing worker',
    shown: 'sk_ ···· 75cb',
    by: 'You',
    lastUsedAt: daysFromNow(-12 / 86_400),
    expiresAt: daysFromNow(84),
  },
  {
    name: 'CI pipeline',
    shown: 'sk_ ···· 1f09',
    by: 'Server',
    lastUsedAt: daysFromNow(-3 / 24),
    expiresAt: daysFromNow(5),
  },
  { name: 'Partner feed', shown: 'sk_ ···· a2e0', by: 'You', lastUsedAt: daysFromNow(-1), expiresAt: daysFromNow(110) },
  {
    name: 'Website widget',
    shown: 'pk_ ···· 90bd',
    by: 'A member',
    lastUsedAt: undefined,
    expiresAt: undefined,
    isPublic: true,
  },
];

/** The primitives together, as on the page they were made for. */
export function KeysPart() {
  const [status, setStatus] = useState('active');
  const columns = useColumns();
  return (
    <div>
      <PageHeader
        title="API keys"
        description={
          <>
            Keys let your programs act for <b>Northwind</b>. Treat them like passwords: whoever holds one can do what it
            allows.
          </>
        }
        actions={<Button variant="primary">Create key</Button>}
      />
      <Card
        flush
        footer={
          <Pagination
            label="Pages of API keys"
            previousLabel="Previous"
            nextLabel="Next"
            onNext={() => setStatus('expired')}
          >
            4 of 14
          </Pagination>
        }
      >
        <div className="lk-card__bar lk-row">
          <TextField
            className="gallery-search"
            type="search"
            label="Search"
            labelHidden
            icon={<Icon name="search" />}
            placeholder="Search by name or last four"
          />
          <SegmentedControl
            label="Status"
            value={status}
            onChange={setStatus}
            segments={[
              { value: 'active', label: 'Active', count: 4 },
              { value: 'expiring', label: 'Expiring', count: 1 },
              { value: 'expired', label: 'Expired', count: 2 },
              { value: 'revoked', label: 'Revoked', count: 7 },
            ]}
          />
        </div>
        <Table caption="API keys" columns={columns} rows={keys} rowKey={(key) => key.shown} />
      </Card>
    </div>
  );
}

function useColumns(): TableColumn<Key>[] {
  const [sorted, setSorted] = useState<'ascending' | 'descending'>('ascending');
  return [
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      sorted,
      onSort: () => setSorted(sorted === 'ascending' ? 'descending' : 'ascending'),
      cell: (key) => (
        <span>
          {key.name} {key.isPublic ? <span className="lk-note">· public</span> : null}
        </span>
      ),
    },
    { id: 'key', label: 'Key', cell: (key) => <span className="lk-mono lk-faint">{key.shown}</span> },
    {
      id: 'by',
      label: 'Created by',
      cell: (key) => (
        <span className="lk-row">
          <Avatar name={key.by} />
          {key.by}
        </span>
      ),
    },
    { id: 'used', label: 'Last used', onSort: () => {}, cell: (key) => <Moment date={key.lastUsedAt} /> },
    { id: 'expires', label: 'Expires', onSort: () => {}, cell: (key) => <Moment date={key.expiresAt} /> },
    {
      id: 'actions',
      label: 'Actions',
      labelHidden: true,
      cell: (key) => (
        <Menu
          label={`Actions for ${key.name}`}
          size="small"
          items={[
            { label: 'Rename', icon: <Icon name="pencil" /> },
            { label: 'Copy id', icon: <Icon name="copy" /> },
            'separator',
            { label: 'Revoke', icon: <Icon name="trash" />, tone: 'danger' },
          ]}
        />
      ),
    },
  ];
}

function Moment({ date }: { date: Date | undefined }) {
  if (!date) return <span className="lk-faint">never</span>;
  const time = <RelativeTime date={date} now={now} locale="en-GB" />;
  const isNear = date > now && date.getTime() - now.getTime() < 7 * dayMillis;
  return isNear ? <Tag tone="warn">{time}</Tag> : time;
}
