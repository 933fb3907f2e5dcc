import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody } from './parse-body.ts';

describe('parsing a body', () => {
  it('reads back any JSON that honest clients send', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), (json) => {
        expect(parseBody('application/json; charset=utf-8', Buffer.from(json))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('takes an empty body of any type for an empty object', () => {
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'image/png',
      undefined,
    ]) {
      expect(parseBody(type, Buffer.alloc(0))).toEqual({});
      expect(parseBody(type, undefined)).toEqual({});
    }
  });

  it('reads a form', () => {
    expect(parseBody('application/x-www-form-urlencoded', Buffer.from('a=1&b=x%20y'))).toEqual({ a: '1', b: 'x y' });
  });

  it('does not count brackets inside of strings as nesting', () => {
    const json = JSON.stringify({ text: '[{"\\"[['.repeat(100) });
    expect(parseBody('application/json', Buffer.from(json))).toEqual(JSON.parse(json));
  });

  it('throws nothing but its own error, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('application/json', 'text/plain', 'a/b', ''),
        (bytes, type) => {
          try {
            parseBody(type, Buffer.from(bytes));
          } catch (error) {
            expect(error).toMatchObject({ code: 'BODY_PARSING_ERROR' });
          }
        },
      ),
    );
  });
});
