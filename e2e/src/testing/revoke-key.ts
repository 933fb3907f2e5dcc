import type { Visit } from './open-visit.ts';

/** Revokes a key on the page that is open, and waits until the page says so. */
export async function revokeKey({ page, text, lookAt }: Visit, name: string): Promise<void> {
  await page.getByRole('button', { name: text('api_keys.actions_for', { name }) }).click();
  await page.getByRole('menuitem', { name: text('api_keys.revoke') }).click();
  await lookAt('revoke-key');
  await page.getByRole('button', { name: text('api_keys.revoke_confirm') }).click();
  await page.getByText(text('api_keys.revoked_message', { name })).waitFor();
}
