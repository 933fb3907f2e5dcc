'use client';
import { Team } from '@latchkey/js';
import { Button, Card, classNames, type HeadingLevel, PageHeader } from '@latchkey/ui';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { Guarded } from '../frame/guarded.tsx';
import { ThemedRoot } from '../frame/themed-root.tsx';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import { useWords } from '../words/use-words.ts';
import type { ApiKeyHolder } from './api-key-holder.ts';
import { ApiKeyList } from './api-key-list.tsx';
import { ApiKeyListSkeleton, ApiKeysSkeleton } from './api-keys-skeleton.tsx';
import { closeDialog } from './close-dialog.ts';
import { keyVariable } from './key-snippets.ts';
import { NewApiKey, type NewApiKeyStep } from './new-api-key.tsx';
import { useCanManageApiKeys } from './use-can-manage-api-keys.ts';

/** What `<ApiKeys/>` takes. */
export interface ApiKeysProps {
  /** Whose keys. Default: those of the signed-in user. */
  owner?: ApiKeyHolder | undefined;
  /** Where the keys are used, for the examples to paste. Default: the origin of the page. */
  apiUrl?: string | undefined;
  /** Instead of everything, where the user may not manage these keys or the project has them switched off. Default: nothing. */
  fallback?: ReactNode;
  /** Of the heading: 2 where the page has a title of its own. Default: 1. */
  level?: HeadingLevel | undefined;
  className?: string | undefined;
}

/**
 * Key management: creates keys of a user or a team, shows each once, lists, renames, re-dates and revokes them.
 *
 * @example
 * import { ApiKeys, useUser } from '@latchkey/react';
 *
 * export function KeysPage({ teamId }: { teamId?: string }) {
 *   const user = useUser({ or: 'redirect' });
 *   const team = user.useTeam(teamId ?? '');
 *   return <ApiKeys owner={team ?? user} apiUrl="https://api.example.com/v1" fallback={<p>Ask an administrator.</p>} />;
 * }
 */
export function ApiKeys({ className, ...props }: ApiKeysProps) {
  return (
    <ThemedRoot className={classNames('lk-api-keys', className)}>
      <Management {...props} />
    </ThemedRoot>
  );
}

/**
 * A new key is held here, beside all that is read from the server: whatever fails to be read, a secret that is shown stays.
 */
function Management({ owner, apiUrl, fallback = null, level = 1 }: Omit<ApiKeysProps, 'className'>) {
  const [newKey, setNewKey] = useState<NewApiKeyStep | null>(null);
  const createRef = useRef<HTMLButtonElement>(null);
  const close = () => closeDialog(() => setNewKey(null), createRef.current);
  return (
    <>
      <Guarded skeleton={<ApiKeysSkeleton />} level={level}>
        <Gate owner={owner} fallback={fallback}>
          {(holder) => (
            <Content holder={holder} apiUrl={apiUrl} level={level} onCreate={setNewKey} createRef={createRef} />
          )}
        </Gate>
      </Guarded>
      {newKey && <NewApiKey step={newKey} onStep={setNewKey} onClose={close} apiUrl={apiUrl} />}
    </>
  );
}

interface GateProps {
  owner: ApiKeyHolder | undefined;
  fallback: ReactNode;
  children: (holder: ApiKeyHolder) => ReactNode;
}

function Gate({ owner, fallback, children }: GateProps) {
  const user = useUser();
  const holder = owner ?? user;
  const canManage = useCanManageApiKeys(owner);
  return canManage && holder !== null ? children(holder) : fallback;
}

interface ContentProps {
  holder: ApiKeyHolder;
  apiUrl: string | undefined;
  level: HeadingLevel;
  onCreate: (step: NewApiKeyStep) => void;
  createRef: Ref<HTMLButtonElement>;
}

function Content({ holder, apiUrl, level, onCreate, createRef }: ContentProps) {
  const { text, rich } = useWords();
  const variable = keyVariable(useStackApp().useProject().displayName);
  const create = () => onCreate({ holder, variable, key: null });
  return (
    <>
      <PageHeader
        title={text('api_keys.title')}
        level={level}
        description={
          holder instanceof Team
            ? rich('api_keys.intro_team', {
                team: (
                  <b>
                    <bdi>{holder.displayName}</bdi>
                  </b>
                ),
              })
            : text('api_keys.intro_user')
        }
        actions={
          <Button ref={createRef} variant="primary" onClick={create}>
            {text('api_keys.create')}
          </Button>
        }
      />
      <Card flush>
        <Guarded key={holder.id} skeleton={<ApiKeyListSkeleton />}>
          <ApiKeyList holder={holder} apiUrl={apiUrl} onCreate={create} />
        </Guarded>
      </Card>
    </>
  );
}
