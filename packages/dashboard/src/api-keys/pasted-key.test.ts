import { expect, it } from 'vitest';
import { pastedKey } from './pasted-key.ts';

const key = 'sk_0123456789abcdefghjkmnpqrstvwxyz0123456789abcd0123456789abcdef0123456789abcdefuser1574ck4u7h0123abcd';

it('finds a whole key in what people paste around it', () => {
  expect(pastedKey(key)).toBe(key);
  expect(pastedKey(` ${key}\n`)).toBe(key);
  expect(pastedKey(`Authorization: Bearer ${key}`)).toBe(key);
  expect(pastedKey(`NORTHWIND_API_KEY="${key}"`)).toBe(key);
  expect(pastedKey(key.replace('sk_', 'pk_'))).toBe(key.replace('sk_', 'pk_'));
});

it('finds project keys, which belong into no address either', () => {
  expect(pastedKey('STACK_SECRET_SERVER_KEY=ssk_0123456789abcdefghjkmnpqrstvwxyz')).toBe(
    'ssk_0123456789abcdefghjkmnpqrstvwxyz',
  );
  expect(pastedKey('sak_0123456789abcdefghjkmnpqrstvwxyz')).toBe('sak_0123456789abcdefghjkmnpqrstvwxyz');
  expect(pastedKey('pck_0123456789abcdefghjkmnpqrstvwxyz')).toBe('pck_0123456789abcdefghjkmnpqrstvwxyz');
});

it('takes the part of a key that was cut off for a key too, so that it stays out of addresses', () => {
  expect(pastedKey(key.slice(0, 40))).toBe(key.slice(0, 40));
});

it('takes names and last fours for what they are', () => {
  expect(pastedKey('Billing worker')).toBeUndefined();
  expect(pastedKey('75cb')).toBeUndefined();
  expect(pastedKey('sk_ 75cb')).toBeUndefined();
  expect(pastedKey('task_0123456789abcdefghjk')).toBeUndefined();
});
