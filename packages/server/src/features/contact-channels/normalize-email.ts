/** The form in which addresses are stored and compared: nobody minds the case of an address, or means the spaces around it. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
