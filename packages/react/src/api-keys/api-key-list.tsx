'use client';
import { Team } from '@latchkey/js';
import { useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import type { ApiKeyHolder, HeldApiKey } from './api-key-holder.ts';
import { ApiKeyListFooter } from './api-key-list-footer.tsx';
import { ApiKeyTable } from './api-key-table.tsx';
import { ApiKeyToolbar } from './api-key-toolbar.tsx';
import { NoKeys, NoMatch } from './no-keys.tsx';
import { useApiKeyList } from './use-api-key-list.ts';
import { useKeyCreators } from './use-key-creators.ts';
import { useMessage } from './use-message.ts';
import { useRowActions } from './use-row-actions.tsx';

export interface ApiKeyListProps {
  holder: ApiKeyHolder;
  apiUrl: string | undefined;
  onCreate: () => void;
}

/** The keys of a holder, and all that can be done with each. */
export function ApiKeyList({ holder, apiUrl, onCreate }: ApiKeyListProps) {
  const keys: HeldApiKey[] = holder.useApiKeys();
  const list = useApiKeyList(keys);
  const { text } = useWords();
  const isTeam = holder instanceof Team;
  const creatorOf = useKeyCreators(holder);
  const searchRef = useRef<HTMLInputElement>(null);
  const { message, say } = useMessage();
  const { actions, dialog, listRef } = useRowActions({ say, creatorOf: isTeam ? creatorOf : undefined });
  const clearSearch = () => {
    list.setQuery('');
    // The button that was pressed is about to go.
    searchRef.current?.focus();
  };
  if (keys.length === 0) return <NoKeys apiUrl={apiUrl} onCreate={onCreate} />;
  return (
    <div ref={listRef} tabIndex={-1} className="lk-api-keys__list">
      <ApiKeyToolbar list={list} searchRef={searchRef} />
      {list.rows.length === 0 ? (
        <NoMatch list={list} onClear={clearSearch} />
      ) : (
        <ApiKeyTable
          keys={list.rows}
          now={list.now}
          end={list.filter === 'active' || list.filter === 'expiring' ? 'expires' : 'status'}
          creatorOf={isTeam ? creatorOf : undefined}
          {...actions}
        />
      )}
      <ApiKeyListFooter list={list} message={message} note={isTeam ? text('api_keys.team_note') : null} />
      {dialog}
    </div>
  );
}
