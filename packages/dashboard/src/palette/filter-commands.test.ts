import { describe, expect, it } from 'vitest';
import { filterCommands } from './filter-commands.ts';

const lines = [
  { label: 'Project keys', words: 'secret server' },
  { label: 'API keys' },
  { label: 'Sign-in', words: 'domains password' },
  { label: 'Größe' },
];
const find = (query: string) => filterCommands(lines, query).map(({ label }) => label);

describe('commands', () => {
  it('are all there without a query', () => {
    expect(find('  ')).toHaveLength(lines.length);
  });

  it('are found by the beginning of any word, their own before those that others know them by', () => {
    expect(find('key')).toEqual(['Project keys', 'API keys']);
    expect(find('api')).toEqual(['API keys']);
    expect(find('s')).toEqual(['Sign-in', 'Project keys']);
    expect(find('größ')).toEqual(['Größe']);
  });

  it('are found by several words in any order, and not by the middle of one', () => {
    expect(find('keys project')).toEqual(['Project keys']);
    expect(find('eys')).toEqual([]);
    expect(find('key nothing')).toEqual([]);
  });
});
