import type { ThrottleRule } from '../../platform/throttles.ts';

const minute = 60;
const hour = 60 * minute;

/*
 * How often what may be tried. Every count ends with its window, so nobody is locked out for good; "account" is an
 * address of a project, whether anybody signs in with it or not. An application's own server calls for all its users
 * from one address, so the rules per address are for clients only.
 */

/** Guessing one password: 10 in 10 minutes, which a successful sign-in or reset sets back to none. */
export const signInsPerAccount: ThrottleRule = { name: 'sign-in-account', points: 10, durationSeconds: 10 * minute };

/** Guessing the passwords of many: 100 in 10 minutes; an office behind one address signs in with less. */
export const signInsPerAddress: ThrottleRule = { name: 'sign-in-address', points: 100, durationSeconds: 10 * minute };

/** Making up users, or asking which addresses are taken: 50 in an hour. */
export const signUpsPerAddress: ThrottleRule = { name: 'sign-up-address', points: 50, durationSeconds: hour };

/** Filling somebody's mailbox: 5 mails in an hour. */
export const resetMailsPerAccount: ThrottleRule = { name: 'reset-mail-account', points: 5, durationSeconds: hour };

/** Filling everybody's mailboxes: 50 mails in an hour. */
export const resetMailsPerAddress: ThrottleRule = { name: 'reset-mail-address', points: 50, durationSeconds: hour };

/** Trying codes: 50 in 10 minutes. Guessing one is hopeless anyway; this bounds the work. */
export const resetCodesPerAddress: ThrottleRule = {
  name: 'reset-code-address',
  points: 50,
  durationSeconds: 10 * minute,
};

/** Guessing the present password from within a stolen session: 10 in 10 minutes. */
export const passwordChangesPerUser: ThrottleRule = {
  name: 'password-change-user',
  points: 10,
  durationSeconds: 10 * minute,
};
