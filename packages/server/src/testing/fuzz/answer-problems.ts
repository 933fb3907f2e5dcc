import { type DetailTypes, knownErrors } from '@latchkey/contract';
import type { HostileRequest } from './hostile-request.ts';
import type { Answer } from './send-hostile-request.ts';

/** What an answer must not be, whatever was asked: our fault, an unknown error, or half of a known one. */
export function answerProblems(request: HostileRequest, answer: Answer): string[] {
  if (answer.status >= 500 || answer.status < 200) return [`status ${answer.status}`];
  const spelling = spellingOf(request);
  const status = Number(answer.headers[`${spelling}actual-status`] ?? answer.status);
  const problems = status < 400 && answer.status >= 400 ? ['an actual status that is no error'] : [];
  if (status < 400 || request.method === 'HEAD' || !request.target.startsWith('/api/')) return problems;
  const code = knownErrorOf(request, answer);
  return [...problems, ...(code === null ? plainProblems(answer) : knownProblems(status, code, answer))];
}

export function knownErrorOf(request: HostileRequest, { headers }: Answer): string | null {
  const code = headers[`${spellingOf(request)}known-error`];
  return code === undefined ? null : String(code);
}

function spellingOf({ headers }: HostileRequest): string {
  const isNewer = headers.some(([name]) => name.startsWith('x-hexclave-'));
  return isNewer ? 'x-hexclave-' : 'x-stack-';
}

function plainProblems({ headers, text }: Answer): string[] {
  // What is not even HTTP gets a status and nothing else.
  if (headers.connection === 'close' && headers['content-length'] === '0') return [];
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('text/plain')) return [`a plain error of type ${type}`];
  return text === '' ? ['a plain error without a text'] : [];
}

function knownProblems(status: number, code: string, { headers, text }: Answer): string[] {
  if (!(code in knownErrors)) return [`unknown code ${code}`];
  const row = knownErrors[code as keyof typeof knownErrors];
  const body = JSON.parse(text) as { code: unknown; error: unknown; details?: Record<string, unknown> };
  const details = body.details ?? {};
  const problems = Object.entries<keyof DetailTypes>(row.details)
    .filter(([name, type]) => !isOfType[type](details[name]))
    .map(([name, type]) => `details.${name} is no ${type}`);
  const extra = Object.keys(details).filter((name) => !(name in row.details));
  if (extra.length > 0) problems.push(`unknown details ${extra.join(', ')}`);
  if (status !== row.status) problems.push(`status ${status} instead of ${row.status}`);
  if (body.code !== code) problems.push('a body of another code than the header');
  if (typeof body.error !== 'string' || body.error === '') problems.push('no text');
  if (headers['content-type'] !== 'application/json; charset=utf-8') problems.push('not JSON by its type');
  return problems;
}

const isString = (value: unknown): boolean => typeof value === 'string';

const isOfType: Record<keyof DetailTypes, (value: unknown) => boolean> = {
  string: isString,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  'string|null': (value) => value === null || isString(value),
  'string[]': (value) => Array.isArray(value) && value.every(isString),
  reason: (value) => typeof value === 'object' && value !== null && 'type' in value && isString(value.type),
};
