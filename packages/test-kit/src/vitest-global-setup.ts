/** Runs once before the tests of all packages; `LATCHKEY_TEST_DATABASE` chooses the PostgreSQL they run on. */
export function setup(): void {}
