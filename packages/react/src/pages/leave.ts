/** Longer than a page takes to go away; where none does, since the application goes nowhere, its components go on. */
const patienceMillis = 3_000;

/** Goes to another page, and waits for that, so that what is shown stays as it is meanwhile. */
export async function leave(go: () => void | Promise<void>): Promise<void> {
  await go();
  await new Promise((resolve) => setTimeout(resolve, patienceMillis));
}
