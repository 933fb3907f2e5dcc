import type { HeldApiKey } from '@latchkey/react';
import { ProblemNotice, useNow } from '@latchkey/react/forms';
import { Button, Notice } from '@latchkey/ui';
import { useState } from 'react';
import { ListCard } from '../lists/list-card.tsx';
import { offsetOf } from '../lists/page-search.ts';
import { Page } from '../page/page.tsx';
import { CreateOnBehalf } from './create-on-behalf.tsx';
import { nextOrder, orderOf } from './key-list-search.ts';
import { KeyTable } from './key-table.tsx';
import { KeyToolbar, type KeyToolbarProps } from './key-toolbar.tsx';
import { KindsOffNotice } from './kinds-off-notice.tsx';
import { NoKeys } from './no-keys.tsx';
import { RevokeKeysDialog } from './revoke-keys-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useFindKey } from './use-find-key.ts';
import { useKeyList } from './use-key-list.ts';
import { useKeySelection } from './use-key-selection.ts';

/** Every API key of the project: found, filtered, created on behalf of an owner, and revoked, one or many. */
export function ApiKeysPage() {
  const { find, problem, isMissing, forget } = useFindKey();
  return (
    <Page
      title="API keys"
      description="What lets programs act for the users and teams of your application."
      actions={<CreateOnBehalf />}
    >
      <KindsOffNotice />
      <ProblemNotice problem={problem} />
      {isMissing ? (
        <Notice tone="warn" title="This project has no such key" action={<Button onClick={forget}>Dismiss</Button>}>
          What you pasted was cut off, belongs to another project, or its owner was deleted.
        </Notice>
      ) : null}
      <KeyList onPaste={(key) => void find(key)} />
    </Page>
  );
}

function KeyList({ onPaste }: Pick<KeyToolbarProps, 'onPaste'>) {
  const now = useNow();
  const { search, query, show, showOnly, goOn, goBack } = useKeyList();
  const { keys, selection, clear } = useKeySelection(query.data ?? []);
  const [revoking, setRevoking] = useState<readonly HeldApiKey[] | null>(null);
  return (
    <>
      <ListCard
        noun="keys"
        query={query}
        toolbar={
          <>
            <KeyToolbar search={search} onChange={show} onPaste={onPaste} />
            <SelectionBar keys={keys} onClear={clear} onRevoke={() => setRevoking(keys)} />
          </>
        }
        empty={<NoKeys search={search} onShow={showOnly} />}
        offset={offsetOf(search)}
        onPrevious={goBack}
        onNext={goOn}
        note="A revoked key is refused at once, everywhere."
      >
        {(rows, { busy }) => (
          <KeyTable
            keys={rows}
            now={now}
            busy={busy}
            selection={selection}
            sorting={{
              order: orderOf(search),
              onSort: (sort) => show({ sort: undefined, order: undefined, ...nextOrder(search, sort) }),
            }}
            onRevoke={(key) => setRevoking([key])}
          />
        )}
      </ListCard>
      {revoking ? <RevokeKeysDialog keys={revoking} onClose={() => setRevoking(null)} onRevoked={clear} /> : null}
    </>
  );
}
