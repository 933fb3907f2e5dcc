import { Kysely } from 'kysely';

export const openTransaction = () => Kysely;
