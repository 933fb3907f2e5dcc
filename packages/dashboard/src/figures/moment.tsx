import { useWords } from '@latchkey/react/forms';
import { RelativeTime } from '@latchkey/ui';
import { useSyncExternalStore } from 'react';

/** A moment as people say it, with the exact one on hover; it keeps up with the time. */
export function Moment({ date }: { date: Date }) {
  const { language } = useWords();
  const now = useSyncExternalStore(subscribe, readNow);
  return <RelativeTime date={date} now={now} locale={language} />;
}

const tickInMillis = 30_000;
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all moments on a page. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = new Date();
    timer = setInterval(tick, tickInMillis);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}

function readNow(): Date {
  return now;
}
