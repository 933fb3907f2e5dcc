import type { HeldApiKey } from '@latchkey/react';
import { describeError, useNow, useWords } from '@latchkey/react/forms';
import { EmptyState, Notice, Skeleton } from '@latchkey/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { LinkTo } from '../page/link-to.tsx';
import { Page } from '../page/page.tsx';
import { useAdminApp } from '../project/use-project.ts';
import { CheckByHandCard } from './check-by-hand-card.tsx';
import { KeyActions } from './key-actions.tsx';
import { KeyChecksCard } from './key-checks-card.tsx';
import { KeyFactsCard } from './key-facts-card.tsx';
import { KeyStateNotice } from './key-state-notice.tsx';
import { KeyTag } from './key-tag.tsx';
import { nameOfKey } from './name-of-key.ts';

const refreshMillis = 15_000;

/** One API key: what it is, whether it works, and what it is used for. */
export function ApiKeyPage() {
  const words = useWords();
  const { apiKeyId } = useParams({ from: '/projects/$projectId/api-keys/$apiKeyId' });
  const app = useAdminApp();
  const { data: key, error } = useQuery({
    queryKey: [app.projectId, 'api-key', apiKeyId],
    queryFn: () => app.getApiKey(apiKeyId),
    refetchInterval: refreshMillis,
  });
  if (key === null) return <KeyMissing />;
  if (key !== undefined) return <KeyView apiKey={key} />;
  return (
    <Page title="API key">
      {error ? (
        <Notice tone="bad" title="The key could not be read">
          {describeError(words, error)}
        </Notice>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function KeyView({ apiKey }: { apiKey: HeldApiKey }) {
  const now = useNow();
  return (
    <Page
      title={nameOfKey(apiKey)}
      aside={<KeyTag apiKey={apiKey} now={now} />}
      description={`An API key that acts for a ${apiKey.type}.`}
      actions={<KeyActions apiKey={apiKey} now={now} />}
    >
      <KeyStateNotice apiKey={apiKey} now={now} />
      <div className="key-page__row">
        <KeyChecksCard apiKey={apiKey} />
        <KeyFactsCard apiKey={apiKey} now={now} />
        <CheckByHandCard />
      </div>
    </Page>
  );
}

function KeyMissing() {
  const { projectId } = useAdminApp();
  return (
    <Page title="No such key" width="reading">
      <EmptyState
        title="This project has no such key"
        action={
          <LinkTo to="/projects/$projectId/api-keys" params={{ projectId }}>
            All API keys
          </LinkTo>
        }
      >
        The address may be mistyped, or its owner was deleted, and the key with them.
      </EmptyState>
    </Page>
  );
}
