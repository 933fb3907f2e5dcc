import fc from 'fast-check';

const numberTexts = [
  ...['NaN', 'Infinity', '-Infinity', '1e309', '-1e309', '1e-400', '-0', '0.5', '-1', '1e3', '0x10', '1_000', ' 1 '],
  ...['2147483648', '9007199254740993', '9223372036854775808', '8640000000000001', '253402300800000'],
  ...['123456789012345678901234567890', '00000000000000000001', '١٢٣', '²'],
];

const oddTexts = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\u0001',
    '\u007f',
    '\ud800',
    'a\udfffb',
    '\ufeff',
    '\u202e',
    '\u2028',
    '\ufffe',
    'ﬀ',
    'İ',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'then', 'length'],
  ...['null', 'undefined', 'true', '[object Object]', '[]', '{}', 'me', 'ME', 'internal', '*', '$', '$manage_api_keys'],
  ...["' or 1=1 --", '$1', '%', '%00', '%s', '\\', '"', '\r\nx-stack-known-error: X', '<script>', '${7*7}', '../..'],
  ...['a@b', '"a b"@example.com', 'a@[127.0.0.1]', 'ａ@example.com', 'a@example.com,b@example.com', '@', 'a@ex\0.com'],
  ...['javascript:alert(1)', 'http://', 'https://[', 'http://localhost:99999', 'http://a:b@localhost', '//localhost'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ...[
    '{00000000-0000-4000-8000-000000000000}',
    '00000000000040008000000000000000',
    '00000000-0000-4000-8000-00000000000G',
  ],
  ...['0,00000000-0000-4000-8000-000000000000', '999999999999999_00000000-0000-4000-8000-000000000000', ',', ',,,'],
  ...['9999-12-31T23:59:59.999-23:59', '0000-01-01T00:00:00Z', '+275760-09-13T00:00:00.001Z', '2024-02-30T00:00:00Z'],
];

const repeated = fc
  .tuple(
    fc.constantFrom('x', '€', '😀', '\0', '%', '.', '-', ',', '*.', '$', '9'),
    fc.integer({ min: 30, max: 30_000 }),
  )
  .map(([unit, count]) => unit.repeat(count));

/** Strings that break programs which expect an ordinary one. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...numberTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: repeated },
);

const nested = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}']), fc.integer({ min: 1, max: 3_000 }))
  .map(([[open = '', close = ''], depth]) => `${open.repeat(depth)}1${close.repeat(depth)}`);

/** JSON, or almost, where another type or another value is expected. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('null', 'true', 'false', '0', '""', '[]', '{}', '[null]', '[[]]', '{"":{}}'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...numberTexts) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("'a'", '[1,]', '{"a":1,}', '{a:1}', '"\\u12"', '"\\x"', '"\n"', '/**/1', '1 2'),
  },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5_000 }).map((count) => `[${'0,'.repeat(count)}0]`) },
);

/** Pieces of a path or of a query that no encoder writes. */
export const hostileEscape: fc.Arbitrary<string> = fc.constantFrom(
  ...['%', '%0', '%zz', '%00', '%c0%af', '%ed%a0%80', '%ff', '%u0041', '%25%30', '%2e%2e%2f', '%2F', '%5c', '..', '.'],
  ...['//', '\\', ';', ';a=b', ':', '*', '[', '#', '?', '+', '@', '\u00ff', '%EF%BB%BF', '%F0%9F%98%80', '%e2%82'],
);

/** What a header can carry: bytes, no line ends. */
export const hostileHeaderValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileText.map(asHeaderValue) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 20_000 }).map((length) => 'x'.repeat(length)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a, b', 'a;b', 'Bearer ', 'null', '..', 'e30.e30.e30', 'e30.e30.', '.'.repeat(99)),
  },
);

function asHeaderValue(text: string): string {
  const bytes = Buffer.from(text).toString('latin1');
  return bytes.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 4_000);
}
