import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RefusedError, UnreachableError } from '../errors/latchkey-error.ts';
import { ResourceCache } from './resource-cache.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A value on a server, read by answering each question by hand. */
function openQuestions() {
  const answers: ((value: string) => void)[] = [];
  const load = () => new Promise<string>((resolve) => answers.push(resolve));
  return {
    load,
    answer: async (question: number, value: string) => {
      answers[question]?.(value);
      await vi.advanceTimersByTimeAsync(0);
    },
    asked: () => answers.length,
  };
}

const nobody = () => undefined;

describe('a resource whose server is out of reach', () => {
  it('keeps what it shows, and shows the failure where it had nothing yet or the server refuses', async () => {
    const cache = new ResourceCache('test');
    let answer: () => Promise<string> = () => Promise.resolve('first');
    const resource = cache.resource('users/1/api-keys', () => answer());
    resource.getSnapshot();
    await vi.advanceTimersByTimeAsync(0);

    answer = () => Promise.reject(new UnreachableError('no server'));
    await cache.invalidate('users/1');
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'first' });
    const other = cache.resource('users/2/api-keys', () => answer());
    other.getSnapshot();
    await vi.advanceTimersByTimeAsync(0);
    expect(other.getSnapshot().status).toBe('failed');

    answer = () => Promise.reject(new RefusedError('no', { status: 403, retryAfterSeconds: null }));
    await cache.invalidate('users/1');
    expect(resource.getSnapshot().status).toBe('failed');
  });
});

describe('a resource', () => {
  it('is read once for all who show it, and is the same object until it changes', async () => {
    const cache = new ResourceCache('test');
    const { load, answer, asked } = openQuestions();
    const resource = cache.resource('users/1/api-keys', load);
    expect(resource.getSnapshot()).toBe(cache.resource('users/1/api-keys', load).getSnapshot());
    expect(resource.getSnapshot().status).toBe('pending');
    await answer(0, 'first');
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'first' });
    expect(resource.getSnapshot()).toBe(resource.getSnapshot());
    expect(asked()).toBe(1);
  });

  it('is read anew when its path or one above it changed, and shows what it had meanwhile', async () => {
    const cache = new ResourceCache('test');
    const { load, answer, asked } = openQuestions();
    const resource = cache.resource('users/1/api-keys', load);
    resource.getSnapshot();
    await answer(0, 'first');
    const listener = vi.fn();
    resource.subscribe(listener);
    await cache.invalidate('users/1/api-keys/2', 'users/10', 'teams', 'user');
    expect(asked()).toBe(1);

    const done = vi.fn();
    void cache.invalidate('users').then(done);
    await vi.advanceTimersByTimeAsync(0);
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'first' });
    expect(done).not.toHaveBeenCalled();
    await answer(1, 'second');
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'second' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const cache = new ResourceCache('test');
    const { load, answer } = openQuestions();
    const resource = cache.resource('key', load);
    resource.getSnapshot();
    void cache.invalidate('key');
    await answer(1, 'new');
    await answer(0, 'old');
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'new' });
  });

  it('has everybody wait for the answer to the last question', async () => {
    const cache = new ResourceCache('test');
    const { load, answer } = openQuestions();
    const snapshot = cache.resource('key', load).getSnapshot();
    const [first, all] = [vi.fn(), vi.fn()];
    if (snapshot.status === 'pending') void snapshot.promise.then(first);
    void cache.invalidate('key').then(all);
    await answer(0, 'old');
    expect([first, all].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    await answer(1, 'new');
    expect([first, all].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('keeps what hinders it, until it is read anew', async () => {
    const cache = new ResourceCache('test');
    let isBroken = true;
    const resource = cache.resource('key', () =>
      isBroken ? Promise.reject(new Error('down')) : Promise.resolve('up'),
    );
    resource.getSnapshot();
    await vi.advanceTimersByTimeAsync(0);
    expect(resource.getSnapshot()).toMatchObject({ status: 'failed', error: { message: 'down' } });
    isBroken = false;
    await resource.refresh();
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'up' });
  });

  it('is forgotten a little after nobody shows it any more', async () => {
    const cache = new ResourceCache('test');
    const { load, answer, asked } = openQuestions();
    const resource = cache.resource('key', load);
    resource.getSnapshot();
    // Slow is not unused.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(cache.resource('key', load)).toBe(resource);
    await answer(0, 'first');
    const stop = resource.subscribe(nobody);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(cache.resource('key', load)).toBe(resource);
    stop();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(cache.resource('key', load)).toBe(resource);
    await vi.advanceTimersByTimeAsync(2_000);
    await cache.invalidate('key');
    expect(asked()).toBe(1);
    expect(cache.resource('key', load)).not.toBe(resource);
  });

  it('hears of changes again when somebody comes back to it late', async () => {
    const cache = new ResourceCache('test');
    const { load, answer, asked } = openQuestions();
    const resource = cache.resource('key', load);
    resource.getSnapshot();
    await answer(0, 'first');
    await vi.advanceTimersByTimeAsync(11_000);
    resource.subscribe(nobody);
    await answer(1, 'second');
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'second' });
    void cache.invalidate('key');
    await answer(2, 'third');
    expect(asked()).toBe(3);
    expect(resource.getSnapshot()).toEqual({ status: 'ready', value: 'third' });
  });
});
