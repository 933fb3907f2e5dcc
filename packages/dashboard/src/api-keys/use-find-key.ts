import { useAction } from '@latchkey/react/forms';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminApp } from '../project/use-project.ts';

/**
 * Opens the page of a key that was pasted. The key goes to the server in the body of one request, and is kept nowhere: not in
 * an address, not in the cache of queries.
 */
export function useFindKey() {
  const app = useAdminApp();
  const navigate = useNavigate();
  const { run, problem } = useAction();
  const [isMissing, setIsMissing] = useState(false);
  const find = (key: string) =>
    run(async () => {
      setIsMissing(false);
      const found = await app.findApiKey(key);
      if (found === null) return setIsMissing(true);
      await navigate({
        to: '/projects/$projectId/api-keys/$apiKeyId',
        params: { projectId: app.projectId, apiKeyId: found.id },
      });
    });
  return { find, problem, isMissing, forget: () => setIsMissing(false) };
}
