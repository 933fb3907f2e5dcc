import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const wanted = Buffer.from('\0getpwuid\0');
const substitute = Buffer.from('\0getpwent\0');

/**
 * Lets an installation of ours run under a user id that has no line in /etc/passwd (Linux).
 *
 * `initdb`, and the `postgres` that it calls, give up when getpwuid() does not know their user, although we name the
 * superuser ourselves and the answer goes unused. The ids we run under are often unlisted: PostgreSQL's own when started
 * as root, and any chosen with `docker run --user`. getpwent() has the same result, heeds no argument and answers with the
 * first entry of the list, so the copy imports it instead: one name, as long as the other, in its table of imports.
 */
export function allowUnlistedUsers(installation: string): void {
  for (const program of ['initdb', 'postgres']) {
    const path = join(installation, 'bin', program);
    const image = readFileSync(path);
    const position = image.indexOf(wanted);
    if (position === -1) throw new Error(`${path} does not import getpwuid`);
    substitute.copy(image, position);
    writeFileSync(path, image);
  }
}
