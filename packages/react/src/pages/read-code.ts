/** The code of the link in a mail, as the page at hand was given it; empty: none. In browsers only. */
export function readCode(code: string | undefined): string {
  return code ?? new URL(location.href).searchParams.get('code') ?? '';
}
