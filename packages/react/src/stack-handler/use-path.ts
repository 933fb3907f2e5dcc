'use client';
import { useSyncExternalStore } from 'react';

/** The path that the browser is at, also after an application's router has moved on; null on a server. */
export function usePath(): string | null {
  return useSyncExternalStore(subscribe, currentPath, onServer);
}

function subscribe(onChange: () => void): () => void {
  // Where there is no Navigation API yet, routers render what they route to anew themselves.
  const navigation: EventTarget | undefined = 'navigation' in window ? window.navigation : undefined;
  navigation?.addEventListener('currententrychange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    navigation?.removeEventListener('currententrychange', onChange);
    removeEventListener('popstate', onChange);
  };
}

function currentPath(): string {
  return location.pathname;
}

function onServer(): null {
  return null;
}
