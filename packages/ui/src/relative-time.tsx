import { classNames } from './class-names.ts';
import { formatRelativeTime } from './format-relative-time.ts';
import { formatsOf } from './formats.ts';

export interface RelativeTimeProps {
  date: Date;
  now: Date;
  /** BCP 47 tag of the language to say it in. */
  locale: string;
  className?: string;
}

/**
 * A moment as people say it: "in 84 days", "yesterday", "14 March 2027". The exact moment comes with the pointer, with
 * focus, and with the screen reader.
 */
export function RelativeTime({ date, now, locale, className }: RelativeTimeProps) {
  const exact = formatsOf(locale).moment.format(date);
  return (
    <time
      className={classNames('lk-time', className)}
      dateTime={date.toISOString()}
      title={exact}
      tabIndex={0}
      // The server may be in another time zone than whoever reads this.
      suppressHydrationWarning
    >
      {formatRelativeTime({ date, now, locale })}
      <span className="lk-time__exact" suppressHydrationWarning>
        {exact}
      </span>
    </time>
  );
}
