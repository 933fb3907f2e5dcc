import { DatabaseError } from 'pg';

/**
 * The name of the constraint that made a statement fail, or null when it failed for another reason. Constraints decide
 * what two simultaneous calls must not both do; a check beforehand could not.
 */
export function violatedConstraint(error: unknown): string | null {
  const isIntegrityViolation = error instanceof DatabaseError && error.code?.startsWith('23') === true;
  return isIntegrityViolation ? (error.constraint ?? null) : null;
}

/** As `violatedConstraint`, of foreign keys only: what a row refers to is not there, or no longer. */
export function violatedForeignKey(error: unknown): string | null {
  const isForeignKeyViolation = error instanceof DatabaseError && error.code === '23503';
  return isForeignKeyViolation ? violatedConstraint(error) : null;
}
