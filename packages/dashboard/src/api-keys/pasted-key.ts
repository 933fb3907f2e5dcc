/**
 * The whole key, a project key too, in what was pasted or typed, be it in a header or a line of a `.env` file; undefined: there is none. Parts of
 * one count as well, once they are longer than names are: no part of a key is to get into an address.
 */
export function pastedKey(text: string): string | undefined {
  return /(?<![a-z0-9])(?:[sp]k|pck|ssk|sak)_[a-z0-9]{16,}/i.exec(text)?.[0];
}
