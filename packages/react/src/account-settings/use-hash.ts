'use client';
import { useSyncExternalStore } from 'react';

/** What stands after the `#` of the browser's address. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, currentHash, onServer);
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}

function currentHash(): string {
  return location.hash.slice(1);
}

function onServer(): string {
  return '';
}
