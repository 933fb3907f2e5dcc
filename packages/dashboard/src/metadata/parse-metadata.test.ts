import { expect, it } from 'vitest';
import { parseMetadata } from './parse-metadata.ts';

it('takes all that JSON can say', () => {
  expect(parseMetadata('{"plan": ["pro", 1, true, null]}')).toEqual({ value: { plan: ['pro', 1, true, null] } });
  expect(parseMetadata('  \n')).toEqual({ value: null });
});

it('says what is wrong, and in which line', () => {
  const { problem } = parseMetadata('{\n  "plan": pro\n}') as { problem: string };
  expect(problem).toMatch(/^This is not JSON: /);
  expect(problem).toMatch(/line 2, column 11|pro/);
  expect(parseMetadata('{')).toHaveProperty('problem');
});
