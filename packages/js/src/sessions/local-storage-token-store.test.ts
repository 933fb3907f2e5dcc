import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalStorageTokenStore } from './local-storage-token-store.ts';

const ada = { accessToken: 'eyJ.eyJ.sig', refreshToken: 'refresh' };
const nobody = { accessToken: null, refreshToken: null };
const name = 'latchkey-session-internal';

/** The storage of a browser; what is `full` or `denied` throws as browsers do. */
function provideStorage(state: 'open' | 'full' | 'denied') {
  const items = new Map<string, string>();
  const refuse = (): never => {
    throw new DOMException('no', state === 'full' ? 'QuotaExceededError' : 'SecurityError');
  };
  const storage = {
    getItem: (key: string) => (state === 'denied' ? refuse() : (items.get(key) ?? null)),
    setItem: (key: string, value: string) => (state === 'open' ? void items.set(key, value) : refuse()),
    removeItem: (key: string) => (state === 'denied' ? refuse() : void items.delete(key)),
  };
  vi.stubGlobal('localStorage', storage);
  return items;
}

beforeEach(() => {
  vi.stubGlobal('document', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a session in the storage of an origin', () => {
  it('is seen by every tab, and so is its end', () => {
    provideStorage('open');
    const [tab, other] = [createLocalStorageTokenStore('internal'), createLocalStorageTokenStore('internal')];
    expect(tab.get()).toEqual(nobody);
    tab.set(ada);
    expect(other.get()).toEqual(ada);
    expect(createLocalStorageTokenStore('another').get()).toEqual(nobody);
    other.set({ ...ada, accessToken: null });
    expect(tab.get()).toEqual({ ...ada, accessToken: null });
    other.set(nobody);
    expect(tab.get()).toEqual(nobody);
  });

  it('that was garbled is nobody', () => {
    const items = provideStorage('open');
    for (const garbage of ['', '.', '.eyJ', 'nodot']) {
      items.set(name, garbage);
      expect(createLocalStorageTokenStore('internal').get()).toEqual(nobody);
    }
  });

  it.each(['full', 'denied'] as const)('lives as long as the page where the storage is %s', (state) => {
    const items = provideStorage(state);
    if (state === 'full') items.set(name, 'somebody.else');
    const store = createLocalStorageTokenStore('internal');
    store.set(ada);
    expect(store.get()).toEqual(ada);
    if (state === 'full') expect(createLocalStorageTokenStore('internal').get()).toEqual(nobody);
    store.set(nobody);
    expect(store.get()).toEqual(nobody);
  });

  it('lives as long as the page where there is no storage at all', () => {
    vi.stubGlobal('localStorage', undefined);
    const store = createLocalStorageTokenStore('internal');
    expect(store.get()).toEqual(nobody);
    store.set(ada);
    expect(store.get()).toEqual(ada);
  });

  it('is not sought on a server, which is told what to do instead', () => {
    vi.unstubAllGlobals();
    expect(() => createLocalStorageTokenStore('internal').get()).toThrow(/hand over the request/);
  });
});
