import { Link } from '@tanstack/react-router';
import type { RefusalReason } from '../figures/checks.ts';
import { refusalWords } from '../figures/refusal-words.ts';
import { useProject } from '../project/use-project.ts';

/** Why checks were refused, as a link to the keys or the setting that it is about; an unknown key leads nowhere. */
export function RefusalLink({ reason, prefix }: { reason: RefusalReason; prefix?: string }) {
  const params = { projectId: useProject().id };
  const text = prefix === undefined ? refusalWords[reason] : `${prefix} ${refusalWords[reason].toLowerCase()}`;
  switch (reason) {
    case 'expired':
    case 'revoked':
      return (
        <Link to="/projects/$projectId/api-keys" params={params} search={{ status: reason, sort: 'last-use' }}>
          {text}
        </Link>
      );
    case 'ownerRestricted':
      return (
        <Link to="/projects/$projectId/api-keys" params={params} search={{ show: 'owner-restricted' }}>
          {text}
        </Link>
      );
    case 'kindDisabled':
      return (
        <Link to="/projects/$projectId/settings" params={params}>
          {text}
        </Link>
      );
    case 'notFound':
    case 'wrongType':
      return text;
  }
}
