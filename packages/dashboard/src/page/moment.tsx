import { RelativeTime } from '@latchkey/ui';
import { useEffect, useState } from 'react';

export interface MomentProps {
  /** null: it never was. */
  date: Date | null;
  /** What is said of a moment that never was. */
  never?: string;
}

const minuteMillis = 60_000;

/** A moment as people say it, which grows older while it is looked at. */
export function Moment({ date, never = 'never' }: MomentProps) {
  return date === null ? <span className="lk-faint">{never}</span> : <KnownMoment date={date} />;
}

function KnownMoment({ date }: { date: Date }) {
  const [now, setNow] = useState(() => new Date());
  const isClose = Math.abs(date.getTime() - now.getTime()) < minuteMillis;
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), isClose ? 1_000 : minuteMillis / 2);
    return () => clearInterval(timer);
  }, [isClose]);
  // What has just happened by the server's clock may be ahead of this machine's.
  return <RelativeTime date={date} now={now < date && isClose ? date : now} locale="en" />;
}
