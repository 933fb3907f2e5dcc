import { refer } from './scene-reference.ts';
import type { HostileRequest } from './hostile-request.ts';

/** What a request meets once a row that most requests stand on is gone, and the values it then carries in vain. */
const signs: Partial<Record<string, string[]>> = {
  CURRENT_PROJECT_NOT_FOUND: [refer('mine.project')],
  INVALID_PUBLISHABLE_CLIENT_KEY: [refer('mine.project'), refer('mine.client_key')],
  INVALID_SECRET_SERVER_KEY: [refer('mine.project'), refer('mine.server_key')],
  INVALID_SUPER_SECRET_ADMIN_KEY: [refer('mine.project'), refer('mine.admin_key')],
  ACCESS_TOKEN_EXPIRED: [refer('mine.alice_token')],
  ADMIN_ACCESS_TOKEN_EXPIRED: [refer('operator.token')],
};

/** Whether a refusal says that the scene is of no more use: most of what follows would end at the same door. */
export function isWornOut(code: string | null, { headers }: HostileRequest): boolean {
  const carried = code === null ? undefined : signs[code];
  return carried?.every((value) => isCarriedOnce(value, headers)) === true;
}

/** A header that is there twice arrives as the list of both values. */
function isCarriedOnce(value: string, headers: HostileRequest['headers']): boolean {
  const name = headers.find(([, given]) => given === value)?.[0];
  return headers.filter(([other]) => other === name).length === 1;
}
