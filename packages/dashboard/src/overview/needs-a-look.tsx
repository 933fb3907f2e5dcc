import type { Counted, Overview } from '@latchkey/react';
import { Card, Tag } from '@latchkey/ui';
import { Link } from '@tanstack/react-router';
import type { KeyListSearch } from '../api-keys/key-list-search.ts';
import { formatCount } from '../figures/format-count.ts';
import { useProject } from '../project/use-project.ts';

/** Keys that somebody should look at, counted, each count a link to them. */
export function NeedsALook({ overview }: { overview: Overview | undefined }) {
  const keys = overview?.apiKeys;
  return (
    <Card title="Needs a look">
      <ul className="needs-a-look">
        <Line
          label="Expire within 7 days"
          counted={keys?.expiringIn7Days}
          search={{ status: 'expiring', sort: 'expiry' }}
        />
        <Line label="Unused for 90 days" counted={keys?.unusedFor90Days} search={{ show: 'unused' }} />
        <Line label="Never expire" counted={keys?.neverExpiring} search={{ show: 'never-expiring' }} />
        <Line label="Owner restricted" counted={keys?.ownerRestricted} search={{ show: 'owner-restricted' }} />
        <Line
          label="Reported as leaked"
          counted={keys?.reportedAsLeaked}
          search={{ status: 'all', show: 'leaked' }}
          isBad
        />
      </ul>
    </Card>
  );
}

interface LineProps {
  label: string;
  /** Undefined: on its way. */
  counted: Counted | undefined;
  search: KeyListSearch;
  /** Any at all is bad. */
  isBad?: boolean;
}

function Line({ label, counted, search, isBad = false }: LineProps) {
  const { id } = useProject();
  const count = counted && formatCount(counted);
  return (
    <li>
      <Link
        to="/projects/$projectId/api-keys"
        params={{ projectId: id }}
        search={search}
        className="needs-a-look__link"
      >
        {label}{' '}
        {isBad && counted && counted.count > 0 ? (
          <Tag tone="bad">{count} revoked</Tag>
        ) : (
          <span className={counted?.count === 0 ? 'lk-num lk-faint' : 'needs-a-look__count'}>{count}</span>
        )}
      </Link>
    </li>
  );
}
