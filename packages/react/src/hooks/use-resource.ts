'use client';
import type { Resource } from '@latchkey/js';
import { useSyncExternalStore } from 'react';

/**
 * The value of a resource, kept up to date. Suspends while it is read for the first time, and throws to the nearest error
 * boundary what hinders that.
 */
export function useResource<Value>(resource: Resource<Value>): Value {
  const snapshot = useSyncExternalStore(resource.subscribe, resource.getSnapshot, leaveToBrowser);
  if (snapshot.status === 'ready') return snapshot.value;
  if (snapshot.status === 'failed') throw snapshot.error;
  // What Suspense waits for is thrown: `use` would have to be given the value, which an external store may replace.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw snapshot.promise;
}

/**
 * Whoever is signed in is known to the browser only. A server renders the nearest fallback instead; frameworks know by the
 * digest that nothing is wrong.
 */
function leaveToBrowser(): never {
  throw Object.assign(new Error('This is rendered in the browser, which knows who is signed in.'), {
    digest: 'BAILOUT_TO_CLIENT_SIDE_RENDERING',
  });
}
