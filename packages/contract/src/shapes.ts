import { z } from 'zod';

/*
 * The vocabulary that the wire shapes are spelled with. Input is coerced as HTML forms need it: "123" passes as a number
 * and "true" as a boolean (wire.md section 3).
 */

/** A row's id: a UUID, in any case; stored and compared in lower case. */
export const id = z
  .uuid()
  .transform((value) => value.toLowerCase())
  .pipe(z.uuid());

/** A user's id, or the word `me` for the signed-in user. */
export const idOrMe = z.union([z.literal('me'), id], { error: 'must be a UUID or "me"' });

const numberFromForm = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

const booleanFromForm = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export const integer = z.preprocess(numberFromForm, z.int());

export const boolean = z.preprocess(booleanFromForm, z.boolean());

/** The last millisecond of the year 9999: the end of four-digit ISO years, and safely inside what PostgreSQL can hold. */
export const lastInstantMillis = 253_402_300_799_999;

/** A moment in milliseconds since 1970; 0 is a moment like any other. */
export const millis = z
  .preprocess(numberFromForm, z.int().min(0).max(lastInstantMillis))
  .meta({ examples: [Date.UTC(2030, 0, 1)] });

/** Says what PostgreSQL can hold, and nothing that readers of the reference page need to know. */
export const noNul = /^[^\0]*$/;

/** A moment as ISO 8601 has it, within the same bounds. */
export const isoDate = z.iso.datetime({ offset: true }).refine((value) => {
  const instant = Date.parse(value);
  return instant >= 0 && instant <= lastInstantMillis;
}, 'must be within the years 1970 to 9999');

/** A text of bounded length that can be stored: PostgreSQL has no NUL character. */
export function text(maxLength: number): z.ZodString {
  return z.string().max(maxLength).regex(noNul, 'must not contain the NUL character');
}

/** An e-mail address; 254 octets is the longest a mail path can carry (RFC 5321 section 4.5.3.1.3). */
export const email = z.email().max(254);

/** Anything JSON can say, in at most 32,768 characters of it, in strings that PostgreSQL can hold (no NUL, no half of a surrogate pair). */
export const metadata = z
  .json()
  .refine((value) => JSON.stringify(value).length <= 32_768, 'must be at most 32,768 characters of JSON')
  .refine(isStorable, 'must not contain the NUL character or half of a surrogate pair');

function isStorable(value: z.core.util.JSONType): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner));
}

/** An https URL, or a data URL of an image of at most 32 KiB. */
export const imageUrl = z
  .string()
  .max(44_000)
  .refine(
    (value) =>
      (/^https:\/\/[^\s\p{Cc}\p{Cs}"'<>\\]+$/iu.test(value) && value.length <= 2_048) ||
      // 43,691 base64 digits hold 32,768 bytes.
      /^data:image\/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]{1,43691}={0,2}$/.test(value),
    'must be an https URL, or a base64 data URL of a PNG, JPEG, GIF, WebP or AVIF image of at most 32 KiB',
  );

/** A URL the user's browser is sent to; whether its domain is trusted is for the project to say. */
export const callbackUrl = z.url({ protocol: /^https?$/ }).max(2_048);

/** The answer of a deletion or of an action that has nothing else to say. */
export const success = z.strictObject({ success: z.literal(true) });

/** A list: whole, or one page of it with the cursor of the next. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([
    z.strictObject({ items: z.array(item), is_paginated: z.literal(false) }),
    z.strictObject({
      items: z.array(item),
      is_paginated: z.literal(true),
      pagination: z.strictObject({ next_cursor: z.string().nullable() }),
    }),
  ]);
}

/** The largest page a caller can ask for on the protocol's lists, in rows; on our own, 200. */
export const maxPageSize = 1_000;

/** How many rows a page has at most. */
export function pageSize(max: number) {
  return z.preprocess(numberFromForm, z.int().min(1).max(max));
}

/** The two parameters with which any list is asked for page by page; the cursor is what the page before answered. */
export const page = {
  limit: pageSize(maxPageSize).optional(),
  cursor: text(512).optional(),
};

/** Extra fields by name, separated by commas, for callers that know them (wire.md section 16). */
export function inclusion<const Name extends string>(...names: Name[]) {
  const name = names.join('|');
  return z
    .string()
    .max(256)
    .regex(new RegExp(`^(${name})(,(${name}))*$`), `must be one or more of ${names.join(', ')}, separated by commas`)
    .transform((value) => new Set(value.split(',') as Name[]));
}

/** A number of rows that was counted up to a bound: the number itself, or "at least that many". */
export const boundedCount = z.strictObject({ count: z.int(), is_at_least: z.boolean() });
