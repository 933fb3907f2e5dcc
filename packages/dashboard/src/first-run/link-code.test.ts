import { describe, expect, it } from 'vitest';
import { readLinkCode } from './link-code.ts';

describe('the code of a link', () => {
  it('comes in the fragment of what is handed over, and in the query of what is mailed', () => {
    expect(readLinkCode({ hash: 'code=k7-_x', search: {} })).toEqual({ code: 'k7-_x', from: 'link' });
    expect(readLinkCode({ hash: '#code=k7', search: {} })).toEqual({ code: 'k7', from: 'link' });
    expect(readLinkCode({ hash: '', search: { code: 'k7' } })).toEqual({ code: 'k7', from: 'mail' });
  });

  it('is none where nothing there could be one', () => {
    for (const hash of ['', 'content', 'code=', 'code=a b', `code=${'x'.repeat(257)}`]) {
      expect(readLinkCode({ hash, search: {} })).toBeNull();
    }
    expect(readLinkCode({ hash: '', search: { code: '<script>' } })).toBeNull();
  });
});
