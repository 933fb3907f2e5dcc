import { expect, it } from 'vitest';
import { restrictedReasonOf } from './restricted-reason.ts';

const ordinary = { isAnonymous: false, isRestrictedByAdmin: false, isEmailVerified: true };
const lenient = { require_email_verification: false };
const strict = { require_email_verification: true };

it.each([
  ['an ordinary user', ordinary, strict, null],
  ['an unverified address where none is asked for', { ...ordinary, isEmailVerified: false }, lenient, null],
  ['an unverified address', { ...ordinary, isEmailVerified: false }, strict, 'email_not_verified'],
  ['an anonymous user', { ...ordinary, isAnonymous: true, isEmailVerified: false }, strict, 'anonymous'],
  ['the word of an administrator', { ...ordinary, isRestrictedByAdmin: true }, lenient, 'restricted_by_administrator'],
  [
    'the word of an administrator before all else',
    { isAnonymous: true, isRestrictedByAdmin: true, isEmailVerified: false },
    strict,
    'restricted_by_administrator',
  ],
])('%s', (_title, user, settings, type) => {
  expect(restrictedReasonOf(user, settings)).toEqual(type === null ? null : { type });
});
