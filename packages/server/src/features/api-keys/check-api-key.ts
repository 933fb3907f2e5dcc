import { batchedLookup } from '../../database/batched-lookup.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import type { CheckOutcome } from '../../platform/usage-recorder.ts';
import type { ApiKey } from './api-key.ts';
import { type ApiKeyKind, parseApiKey } from './api-key-format.ts';
import { selectApiKeysByHash } from './api-keys.queries.ts';
import { isKindEnabled, requireKindEnabled } from './authorize-key-owner.ts';
import { judgeApiKey } from './judge-api-key.ts';

/** Finds the stored key behind a presented string; undefined when there is none. */
export type ApiKeyLookup = (value: string) => Promise<ApiKey | undefined>;

/** The lookup of the check: its queries are shared with the other checks of the same turn of the event loop. */
export function createApiKeyLookup({ pool, secrets }: Deps): ApiKeyLookup {
  const byHash = batchedLookup<ApiKey>((hashes) =>
    selectApiKeysByHash(
      pool,
      hashes.map((hash) => Buffer.from(hash, 'base64')),
    ),
  );
  return async (value) => {
    // Mistyped, cut off or made up: the checksum tells without a query.
    if (parseApiKey(value) === null) return undefined;
    const found = await Promise.all(
      secrets.possibleHashes('api-key', value).map((hash) => byHash(hash.toString('base64'))),
    );
    return found.find((key) => key !== undefined);
  };
}

/**
 * The check: reads the truth, writes nothing, remembers nothing but its count. docs/adr/0003-no-cache.md says why that is
 * affordable.
 *
 * @throws PlainError 400 while the kind is switched off
 * @throws KnownError API_KEY_NOT_FOUND, WRONG_API_KEY_TYPE, API_KEY_REVOKED, API_KEY_EXPIRED, in this order
 */
export async function checkApiKey(
  deps: Pick<Deps, 'clock' | 'usage'>,
  lookup: ApiKeyLookup,
  caller: Caller,
  kind: ApiKeyKind,
  value: string,
): Promise<ApiKey> {
  const now = deps.clock.now();
  const key = await lookup(value);
  const verdict = judgeApiKey(key, { projectId: caller.project.id, kind, now });
  recordCheck(deps, caller, key, verdict === 'valid' && !isKindEnabled(caller, kind) ? 'kind_disabled' : verdict);
  requireKindEnabled(caller, kind);
  if (key !== undefined && verdict === 'valid') return key;
  switch (verdict) {
    case 'wrong_type':
      throw new KnownError('WRONG_API_KEY_TYPE', { expected_type: kind, actual_type: key?.kind ?? kind });
    case 'revoked':
      throw new KnownError('API_KEY_REVOKED');
    case 'expired':
      throw new KnownError('API_KEY_EXPIRED');
    default:
      throw new KnownError('API_KEY_NOT_FOUND');
  }
}

/** Counted for the key too, whatever became of it, unless it is another project's. */
export function recordCheck(
  { usage }: Pick<Deps, 'usage'>,
  { project }: Caller,
  key: ApiKey | undefined,
  outcome: CheckOutcome,
): void {
  const apiKeyId = key?.projectId === project.id ? key.id : null;
  usage.recordCheck({ projectId: project.id, apiKeyId, outcome });
}
