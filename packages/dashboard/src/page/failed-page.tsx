import { describeError, useWords } from '@latchkey/react/forms';
import { Button, EmptyState } from '@latchkey/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProjectMissingError } from '../project/use-project.ts';
import { LostPage } from './lost-page.tsx';
import { Page } from './page.tsx';

/** What stands in place of a page that could not be shown: why, and a way to try again. */
export function FailedPage({ error }: ErrorComponentProps) {
  const words = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  if (error instanceof ProjectMissingError) return <LostPage />;
  const tryAgain = async () => {
    await queryClient.resetQueries();
    await router.invalidate();
  };
  return (
    <Page title="This page could not be shown" width="reading">
      <div role="alert">
        <EmptyState
          title={describeError(words, error)}
          action={<Button onClick={() => void tryAgain()}>Try again</Button>}
        />
      </div>
    </Page>
  );
}
