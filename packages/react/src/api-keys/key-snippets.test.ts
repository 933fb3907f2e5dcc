import { describe, expect, it } from 'vitest';
import { envLine, keySnippets, keyVariable } from './key-snippets.ts';

describe('keySnippets', () => {
  it('calls the right host with the key from the environment', () => {
    const { curl, javascript, python } = keySnippets({
      apiUrl: 'https://api.example.com/v1',
      variable: 'ACME_API_KEY',
    });
    expect(curl).toBe('curl https://api.example.com/v1 \\\n  -H "Authorization: Bearer $ACME_API_KEY"');
    expect(javascript).toContain('fetch("https://api.example.com/v1"');
    expect(javascript).toContain('const key = process.env.ACME_API_KEY;');
    expect(python).toContain('key = os.environ["ACME_API_KEY"]');
    expect(python).toContain('"https://api.example.com/v1"');
  });

  it('lets no address break out of the shell', () => {
    const { curl } = keySnippets({ apiUrl: `https://example.com/?a=1&b='$(x)'`, variable: 'API_KEY' });
    expect(curl.split('\n')[0]).toBe(`curl 'https://example.com/?a=1&b='\\''$(x)'\\''' \\`);
  });
});

describe('envLine', () => {
  it('is one line', () => {
    expect(envLine('API_KEY', 'sk_0123')).toBe('API_KEY=sk_0123\n');
  });
});

describe('keyVariable', () => {
  it('is named after the project', () => {
    expect(keyVariable('Northwind')).toBe('NORTHWIND_API_KEY');
    expect(keyVariable('Café au lait (dev)')).toBe('CAFE_AU_LAIT_DEV_API_KEY');
  });

  it('is a plain name where the project has none that a shell takes', () => {
    for (const name of ['', '在庫', '123 go']) expect(keyVariable(name)).toBe('API_KEY');
  });
});
