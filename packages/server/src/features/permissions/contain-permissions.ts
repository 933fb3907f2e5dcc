import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { type DefinitionReference, replaceContainedPermissions } from './permission-definitions.queries.ts';

/**
 * Sets what a permission contains. A circle is allowed: each permission in it contains the others, so they are worth the
 * same, and whoever reads them stops at what it has seen. Refusing circles would protect nobody, and would make turning a
 * containment round a matter of the right order.
 *
 * @throws KnownError CONTAINED_PERMISSION_NOT_FOUND
 */
export async function containPermissions(
  db: Db,
  definition: DefinitionReference,
  containedIds: readonly string[],
): Promise<void> {
  const [unknownId] = await replaceContainedPermissions(db, definition, containedIds);
  if (unknownId !== undefined) throw new KnownError('CONTAINED_PERMISSION_NOT_FOUND', { permission_id: unknownId });
}
