import type { Visit } from './open-visit.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** Fills in the form for signing up or in that is open, and sends it. */
export async function submitCredentials(
  { page, text, lookAt }: Visit,
  form: 'auth.sign_up' | 'auth.sign_in',
  { email, password }: Credentials,
): Promise<void> {
  await page.getByLabel(text('auth.email')).fill(email);
  await page.getByLabel(text('auth.password'), { exact: true }).fill(password);
  await lookAt(form === 'auth.sign_up' ? 'sign-up' : 'sign-in');
  await page.getByRole('button', { name: text(form) }).click();
}
