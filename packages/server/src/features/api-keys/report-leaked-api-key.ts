import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { KnownError } from '../../http/errors.ts';
import { networkOf } from '../../http/network-of.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectPrimaryEmails } from '../contact-channels/index.ts';
import { renderMail } from '../mails/index.ts';
import { listUserIdsWithTeamPermission } from '../permissions/index.ts';
import { loadProject } from '../projects/index.ts';
import type { ApiKey } from './api-key.ts';
import { parseApiKey } from './api-key-format.ts';
import { selectApiKeyByHashForUpdate, updateApiKeyRow } from './api-keys.queries.ts';
import { isLive } from './judge-api-key.ts';

/** Misses of one address: whoever holds a key needs one try, whoever searches for one needs many. */
const missesPerAddress = { name: 'leak-report-miss', points: 30, durationSeconds: 60 };

/**
 * Revokes a key that was found in public. Whoever can name it has it, so nothing else is asked.
 *
 * @throws KnownError API_KEY_NOT_FOUND, PUBLIC_API_KEY_CANNOT_BE_REVOKED; API_KEY_EXPIRED for an expired key, which is
 *   revoked all the same, since its holder should know
 */
export async function reportLeakedApiKey(deps: Deps, value: string, ip: string): Promise<void> {
  const mayBeKey = parseApiKey(value) !== null;
  const outcome = mayBeKey ? await inTransaction(deps.db, (db) => revokeLeaked(deps, db, value)) : 'not_found';
  switch (outcome) {
    case 'not_found':
      await throttle(deps.throttles, missesPerAddress, networkOf(ip));
      throw new KnownError('API_KEY_NOT_FOUND');
    case 'public':
      throw new KnownError('PUBLIC_API_KEY_CANNOT_BE_REVOKED');
    case 'expired':
      throw new KnownError('API_KEY_EXPIRED');
    case 'revoked':
      return;
  }
}

async function revokeLeaked(
  deps: Deps,
  db: Db,
  value: string,
): Promise<'not_found' | 'public' | 'expired' | 'revoked'> {
  const key = await selectApiKeyByHashForUpdate(db, deps.secrets.possibleHashes('api-key', value));
  if (key === undefined) return 'not_found';
  if (key.isPublic) return 'public';
  if (key.revokedAt !== null) return 'revoked';

  const now = deps.clock.now();
  const wasLive = isLive(key, now);
  await updateApiKeyRow(db, key, { revokedAt: now, leakReportedAt: now });
  await tellOwner(deps, db, key);
  return wasLive ? 'revoked' : 'expired';
}

/** A user's key is the user's affair, a team's that of every member who may manage its keys. */
async function tellOwner(deps: Deps, db: Db, key: ApiKey): Promise<void> {
  const { projectId, ownerId, description } = key;
  const userIds =
    key.kind === 'user'
      ? [ownerId]
      : await listUserIdsWithTeamPermission(db, { projectId, teamId: ownerId, permissionId: '$manage_api_keys' });
  const to = await selectPrimaryEmails(db, projectId, userIds);
  const { displayName: projectName } = await loadProject(db, projectId);
  const content = renderMail({
    title: 'An API key of yours was found in public',
    paragraphs: [
      `The API key "${description}" (it ends in ${key.lastFour}) for ${projectName} was found in public, where anybody can read it.`,
      'We have revoked it: nobody can use it any more, and neither can your own programs.',
      'Create a new key for them, and keep it out of source code, logs and chats.',
    ],
  });
  await deps.mailer.send(db, {
    projectId,
    to,
    subject: `Your API key "${description}" was found in public`,
    ...content,
  });
}
