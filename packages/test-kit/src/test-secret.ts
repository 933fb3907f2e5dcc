/** The LATCHKEY_SECRET of every test database. */
export const testSecret = 'a secret that only tests know, long enough';
