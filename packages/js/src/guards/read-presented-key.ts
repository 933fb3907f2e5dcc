import { type RequestLike, readHeader } from '../http/read-header.ts';

/** What a request presents as its API key: `missing`, or two keys that contradict each other, are no key either. */
export type PresentedKey = { key: string } | { reason: 'missing' | 'ambiguous' };

/** Reads `Authorization: Bearer <key>` (RFC 6750 section 2.1) and `X-API-Key`; never the URL, which ends up in logs. */
export function readPresentedKey(request: RequestLike): PresentedKey {
  const [, bearer] = /^bearer +(.*\S)/i.exec(readHeader(request, 'authorization')?.trim() ?? '') ?? [];
  const [key, other] = new Set([bearer, readHeader(request, 'x-api-key')?.trim()].filter(Boolean));
  if (key === undefined) return { reason: 'missing' };
  return other === undefined ? { key } : { reason: 'ambiguous' };
}
