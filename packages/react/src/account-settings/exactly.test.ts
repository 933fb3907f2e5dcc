import { describe, expect, it } from 'vitest';
import { exactly } from './exactly.ts';

/** As browsers read a `pattern`. */
function matches(text: string, typed: string): boolean {
  return new RegExp(`^(?:${exactly(text)})$`, 'v').test(typed);
}

describe('exactly', () => {
  it.each(['Acme', 'first-last+tag@sub-domain.example', '$()*+.?[]\\^{|}/-&&!!##~~``', '東京 – チーム', '"><script>'])(
    'takes %s and nothing else',
    (text) => {
      expect(matches(text, text)).toBe(true);
      expect(matches(text, `${text}x`)).toBe(false);
      expect(matches(text, 'anything')).toBe(false);
      expect(matches(text, '')).toBe(false);
    },
  );

  it('lets nobody count the spaces that a page shows as one', () => {
    expect(matches(' Blue  team ', 'Blue team')).toBe(true);
    expect(matches('Blue team', 'Blueteam')).toBe(false);
  });
});
