import { describe, expect, it } from 'vitest';
import { countOf } from './count-of.ts';
import { formatCompact } from './format-compact.ts';
import { formatChange, formatPercent } from './format-percent.ts';

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('formatCompact', () => {
  it('keeps every digit of what is short anyway', () => {
    expect(formatCompact(0)).toBe('0');
    expect(formatCompact(1_096)).toBe('1,096');
    expect(formatCompact(9_999)).toBe('9,999');
  });

  it('keeps three digits of what is long', () => {
    expect(plain(formatCompact(10_000))).toBe('10 k');
    expect(plain(formatCompact(48_213))).toBe('48.2 k');
    expect(plain(formatCompact(999_950))).toBe('1 M');
    expect(plain(formatCompact(4_820_000))).toBe('4.82 M');
    expect(plain(formatCompact(1_230_000_000))).toBe('1.23 B');
  });
});

describe('formatPercent', () => {
  it('says small shares with two digits, and large ones without', () => {
    expect(plain(formatPercent(31, 10_000))).toBe('0.31 %');
    expect(plain(formatPercent(1, 8))).toBe('13 %');
    expect(plain(formatPercent(995, 1_000))).toBe('99.5 %');
  });

  it('never rounds something to nothing, nor nearly everything to everything', () => {
    expect(plain(formatPercent(1, 1_000_000))).toBe('< 0.01 %');
    expect(plain(formatPercent(999_999, 1_000_000))).toBe('> 99.99 %');
    expect(plain(formatPercent(0, 5))).toBe('0 %');
    expect(plain(formatPercent(5, 5))).toBe('100 %');
    expect(plain(formatPercent(0, 0))).toBe('0 %');
  });
});

describe('formatChange', () => {
  it('says which way it went, and nothing where there was nothing before', () => {
    expect(plain(formatChange(112, 100))).toBe('+12 %');
    expect(plain(formatChange(97, 100))).toBe('−3 %');
    expect(plain(formatChange(100, 100))).toBe('±0 %');
    expect(formatChange(5, 0)).toBeNull();
  });
});

describe('countOf', () => {
  it('knows one from many', () => {
    expect(countOf(1, 'key')).toBe('1 key');
    expect(countOf(0, 'key')).toBe('0 keys');
    expect(countOf(1_096, 'key')).toBe('1,096 keys');
  });
});
