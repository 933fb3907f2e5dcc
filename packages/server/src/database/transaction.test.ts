import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from './transaction.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('inTransaction', () => {
  it('runs work again that PostgreSQL broke off because of a deadlock', async () => {
    const projects = [await server.createProject(), await server.createProject()];
    const { db } = server.deps;
    let attempts = 0;
    const holding = [signal(), signal()];

    /** Locks one project, waits until the other transaction has locked the other one, and then wants that, too. */
    const rename = (own: number, others: number) =>
      inTransaction(db, async (db) => {
        attempts += 1;
        const set = (index: number) =>
          db
            .updateTable('projects')
            .set({ description: `by ${own}` })
            .where('id', '=', projects[index]?.id ?? '')
            .execute();
        await set(own);
        holding[own]?.give();
        await holding[others]?.given;
        await set(others);
      });

    await Promise.all([rename(0, 1), rename(1, 0)]);
    expect(attempts).toBe(3);
    const rows = await db.selectFrom('projects').select('description').where('id', '!=', 'internal').execute();
    expect(new Set(rows.map(({ description }) => description)).size).toBe(1);
  });

  it('joins the transaction it is called in, and rolls back with it', async () => {
    const project = await server.createProject();
    const { db } = server.deps;
    const work = inTransaction(db, async (outer) => {
      await inTransaction(outer, (inner) =>
        inner.updateTable('projects').set({ description: 'changed' }).where('id', '=', project.id).execute(),
      );
      throw new Error('and then it failed');
    });
    await expect(work).rejects.toThrow('and then it failed');
    const row = await db.selectFrom('projects').select('description').where('id', '=', project.id).executeTakeFirst();
    expect(row?.description).toBe('');
  });
});

function signal(): { give: () => void; given: Promise<void> } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give: () => give(), given };
}
