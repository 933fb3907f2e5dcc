import { describe, expect, expectTypeOf, it } from 'vitest';
import { isKnownError, KnownError } from './known-error.ts';
import { UsageError } from './latchkey-error.ts';
import { refusalOf, resultOf } from './result.ts';

const tooShort = new KnownError('PASSWORD_TOO_SHORT', 'Too short.', { status: 400, details: { min_length: 8 } });

describe('a known error', () => {
  it('is told apart by its code, which says what its details are', () => {
    const error: unknown = tooShort;
    expect(isKnownError(error)).toBe(true);
    expect(isKnownError(error, 'PASSWORD_TOO_LONG')).toBe(false);
    expect(isKnownError(new UsageError('x'))).toBe(false);
    expect(isKnownError({ code: 'PASSWORD_TOO_SHORT' })).toBe(false);
    if (!isKnownError(error, 'PASSWORD_TOO_SHORT', 'TEAM_NOT_FOUND')) throw error;
    expectTypeOf(error.code).toEqualTypeOf<'PASSWORD_TOO_SHORT' | 'TEAM_NOT_FOUND'>();
    if (!isKnownError(error, 'PASSWORD_TOO_SHORT')) throw error;
    expectTypeOf(error.details).toEqualTypeOf<{ min_length: number }>();
    expect(error.details.min_length).toBe(8);
  });

  it('is the value of an action that expects it, and thrown by any other', async () => {
    const result = await resultOf(Promise.reject<number>(tooShort), 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG');
    if (result.status === 'ok') expectTypeOf(result.data).toEqualTypeOf<number>();
    else expectTypeOf(result.error.code).toEqualTypeOf<'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG'>();
    expect(result).toEqual({ status: 'error', error: tooShort });
    expect(await resultOf(Promise.resolve(7), 'PASSWORD_TOO_SHORT')).toEqual({ status: 'ok', data: 7 });
    await expect(refusalOf(Promise.reject(tooShort), 'PASSWORD_TOO_LONG')).rejects.toBe(tooShort);
    expect(await refusalOf(Promise.resolve(), 'PASSWORD_TOO_LONG')).toBeUndefined();
  });
});
