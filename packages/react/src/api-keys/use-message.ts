'use client';
import { useRef, useState } from 'react';

const shownMillis = 6_000;

/** A sentence about what was just done, for a few seconds. */
export function useMessage() {
  const [message, setMessage] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (sentence: string) => {
    clearTimeout(timer.current);
    setMessage(sentence);
    timer.current = setTimeout(() => setMessage(null), shownMillis);
  };
  return { message, say };
}
