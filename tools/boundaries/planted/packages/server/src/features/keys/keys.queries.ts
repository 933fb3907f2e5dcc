import { sql } from 'kysely';
import { openTransaction } from '../../database/transaction.ts';

export const insertKey = [sql, openTransaction];
