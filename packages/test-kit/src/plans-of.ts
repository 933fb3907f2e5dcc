import pg from 'pg';
import { vi } from 'vitest';
import type { TestServer } from './test-server.ts';

/**
 * How PostgreSQL plans the statements that a request sends, one text a statement: to show that a lookup walks an index.
 *
 * @param table only statements that name this table
 */
export async function plansOf(server: TestServer, table: string, request: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  await request();
  const calls = spy.mock.calls as unknown[][];
  spy.mockRestore();

  const statements = calls.map(([first, second]) =>
    typeof first === 'object' && first !== null
      ? (first as { text: string; values: unknown[] })
      : { text: String(first), values: second as unknown[] },
  );
  const client = await server.deps.pool.connect();
  try {
    const plans: string[] = [];
    await client.query('begin');
    for (const { text, values } of statements) {
      // What the request forbids the planner holds here, too.
      if (/\bset_config\(/.test(text)) await client.query(text, values);
      if (!new RegExp(`\\b${table}\\b`).test(text)) continue;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return plans;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
