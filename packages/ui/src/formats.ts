/** What says moments in one language. */
export interface Formats {
  relative: Intl.RelativeTimeFormat;
  date: Intl.DateTimeFormat;
  moment: Intl.DateTimeFormat;
}

let latest: { locale: string; formats: Formats } | undefined;

/**
 * The formats of a language. Making them costs more than a row of a table, and a page speaks one language: the latest is kept,
 * and no more, since a server may be asked for any.
 */
export function formatsOf(locale: string): Formats {
  if (latest?.locale !== locale) latest = { locale, formats: createFormats(locale) };
  return latest.formats;
}

function createFormats(locale: string): Formats {
  return {
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
  };
}
