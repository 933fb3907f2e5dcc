import { KnownError } from '../../http/errors.ts';
import type { CallerSource } from '../../http/identify-caller.ts';
import type { Deps } from '../../platform/deps.ts';
import type { SigningKey } from './derive-signing-key.ts';
import { signingKeysOf } from './signing-keys.ts';
import { formatAudience, type TokenKind } from './token-audience.ts';

/**
 * The public keys of a project's tokens: two for each kind of token asked for.
 *
 * @throws KnownError PROJECT_NOT_FOUND
 */
export async function listSigningKeys(
  { secrets }: Deps,
  findProject: CallerSource['findProject'],
  { projectId, kinds }: { projectId: string; kinds: TokenKind[] },
): Promise<SigningKey['publicJwk'][]> {
  if ((await findProject(projectId, null)) === null)
    throw new KnownError('PROJECT_NOT_FOUND', { project_id: projectId });
  const keys = await Promise.all(kinds.map((kind) => signingKeysOf(secrets, formatAudience({ projectId, kind }))));
  return keys.flatMap(({ published }) => published.map(({ publicJwk }) => publicJwk));
}
