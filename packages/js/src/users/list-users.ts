import type { WireListedUser } from '@latchkey/contract';
import { snakeCase } from '../http/change-case.ts';
import { type Page, toPage } from '../http/page.ts';
import type { Scope } from '../http/scope.ts';
import { ServerUser } from './server-user.ts';

/** Which users of the project to list. Without a limit: all of them. */
export interface ServerUserListOptions {
  /** How many at most, up to 1,000. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
  orderBy?: 'signedUpAt' | 'lastActiveAt';
  desc?: boolean;
  /** The beginning of the name, of its last word or of an e-mail address, or an id. */
  query?: string;
  /** Members of this team only. */
  teamId?: string;
  /** Whether those count who have yet to verify their address or are restricted by an administrator. Default: false. */
  includeRestricted?: boolean;
  /** Whether those count who never signed up. Default: false. */
  includeAnonymous?: boolean;
  onlyAnonymous?: boolean;
  /** Only those whom an administrator restricted, who have yet to verify their address, or who never signed up. */
  status?: 'restricted' | 'emailNotVerified' | 'anonymous';
  /** Whether each user says how many API keys and teams they have, in `counts`. Default: false. */
  includeCounts?: boolean;
}

/** The users of the project, or one page of them. */
export async function listUsers(scope: Scope, options: ServerUserListOptions = {}): Promise<Page<ServerUser>> {
  const { orderBy, teamId, includeRestricted, includeAnonymous, onlyAnonymous, status, includeCounts, ...rest } =
    options;
  const list = await scope.api.get<{ items: WireListedUser[] }>('/users', {
    ...rest,
    order_by: orderBy && snakeCase(orderBy),
    team_id: teamId,
    include_restricted: includeRestricted,
    include_anonymous: includeAnonymous,
    only_anonymous: onlyAnonymous,
    status: status && snakeCase(status),
    include: includeCounts === true ? 'counts' : undefined,
  });
  return toPage(list, (wire) => new ServerUser(scope, wire));
}
