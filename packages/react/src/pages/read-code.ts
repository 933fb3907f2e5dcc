/** The code of the link in a mail, as the page at hand was given it; empty: none that could be one. In browsers only. */
export function readCode(code: string | undefined): string {
  const given = code ?? new URL(location.href).searchParams.get('code') ?? '';
  // A link that was cut or glued together on its way is one that does not work, not a fault of the page.
  return /^[\w-]{1,128}$/.test(given) ? given : '';
}
