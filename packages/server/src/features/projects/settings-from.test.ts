import { projectSettings, type ProjectSettings } from '@latchkey/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeOverrides, resetOverrides } from './merge-overrides.ts';
import { type Overrides, settingsFrom } from './settings-from.ts';

const levelOf = (overrides: Overrides) => ({
  project_overrides: overrides,
  branch_overrides: {},
  environment_overrides: {},
});
const booleans = Object.entries(projectSettings).filter(([, { initial }]) => typeof initial === 'boolean');
const anyLevel: fc.Arbitrary<Overrides> = fc.dictionary(
  fc.constantFrom(...booleans.map(([, { overrideKey }]) => overrideKey)),
  fc.constantFrom(true, false, null),
);

describe('settings', () => {
  it('are what the last level that names them says, else the initial value', () => {
    fc.assert(
      fc.property(anyLevel, anyLevel, anyLevel, (project_overrides, branch_overrides, environment_overrides) => {
        const settings = settingsFrom({ project_overrides, branch_overrides, environment_overrides });
        for (const [name, { overrideKey, initial }] of booleans) {
          if (name === 'magic_link_enabled' || name === 'passkey_enabled') continue;
          const all = { ...project_overrides, ...branch_overrides, ...environment_overrides };
          expect(settings[name as keyof ProjectSettings]).toBe(all[overrideKey] ?? initial);
        }
      }),
    );
  });

  it('fall back to the initial value where what is stored makes no sense', () => {
    const stored = {
      'auth.allowSignUp': 'x',
      'domains.trustedDomains': 7,
      auth: 1,
      'apiKeys.enabled': [],
      users: null,
    };
    expect(settingsFrom(levelOf(stored))).toEqual(settingsFrom(levelOf({})));
  });

  it('leave the levels they are made of as they were', () => {
    const stored = {
      'domains.trustedDomains': { a: { baseUrl: 'https://a.de' } },
      'domains.trustedDomains.a.handlerPath': '/x',
    };
    const copy = structuredClone(stored);
    settingsFrom(levelOf(stored));
    expect(stored).toEqual(copy);
  });
});

describe('merging and resetting', () => {
  it('what is merged last is in force', () => {
    fc.assert(
      fc.property(anyLevel, anyLevel, (level, changes) => {
        expect(mergeOverrides(level, changes)).toEqual({ ...level, ...changes });
      }),
    );
  });

  it('forgets the parts of what is set as a whole', () => {
    const level = { 'domains.trustedDomains.a': { baseUrl: 'https://a.de' }, 'domains.trustedDomainsOfOthers': true };
    expect(mergeOverrides(level, { 'domains.trustedDomains': {} })).toEqual({
      'domains.trustedDomains': {},
      'domains.trustedDomainsOfOthers': true,
    });
  });

  it.each([
    [['a'], {}],
    [['a.b'], { 'a.c': 1 }],
    [['a.b.x'], { 'a.b': { y: { z: 2 } }, 'a.c': 1 }],
    [['a.b.y.z'], { 'a.b': { x: 1, y: {} }, 'a.c': 1 }],
    [['a.b.nothing', 'nothing', 'a.cc'], { 'a.b': { x: 1, y: { z: 2 } }, 'a.c': 1 }],
  ])('resetting %o leaves %o', (keys, left) => {
    expect(resetOverrides({ 'a.b': { x: 1, y: { z: 2 } }, 'a.c': 1 }, keys)).toEqual(left);
  });
});
