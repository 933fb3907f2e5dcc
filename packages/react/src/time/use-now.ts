'use client';
import { useEffect, useState } from 'react';

const minuteMillis = 60_000;

/** The time, told anew every 30 seconds; every second while one of these moments is less than a minute away. */
export function useNow(moments: readonly (Date | undefined)[] = []): Date {
  const [millis, setMillis] = useState(() => Date.now());
  const isClose = moments.some((moment) => moment && Math.abs(moment.getTime() - millis) < minuteMillis);
  useEffect(() => {
    const timer = setInterval(() => setMillis(Date.now()), isClose ? 1000 : minuteMillis / 2);
    return () => clearInterval(timer);
  }, [isClose]);
  return new Date(millis);
}
