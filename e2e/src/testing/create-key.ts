import { expect } from 'vitest';
import type { Visit } from './open-visit.ts';

/** Creates a key on the page that is open, copies it with its button, and gives what the clipboard then holds. */
export async function createKey({ page, text, lookAt }: Visit, name: string): Promise<string> {
  await page
    .getByRole('main')
    .getByRole('button', { name: text('api_keys.create'), exact: true })
    .click();
  const form = page.getByRole('dialog', { name: text('api_keys.create_title') });
  await form.getByLabel(text('api_keys.name')).fill(name);
  await lookAt('create-key');
  await form.getByRole('button', { name: text('api_keys.create') }).click();

  const created = page.getByRole('dialog', { name: text('api_keys.secret_title', { name }) });
  await created.getByRole('button', { name: text('common.copy'), exact: true }).click();
  await lookAt('key-created');
  const shown = await created.getByRole('group', { name: text('api_keys.secret_key') }).innerText();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(shown);
  await created.getByLabel(text('api_keys.stored')).check();
  await created.getByRole('button', { name: text('api_keys.done'), exact: true }).click();
  await page.getByRole('rowheader', { name }).waitFor();
  await lookAt('keys');
  return copied;
}
