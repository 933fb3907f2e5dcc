import { formatsOf } from './formats.ts';

const secondMillis = 1000;
const minuteMillis = 60 * secondMillis;
const hourMillis = 60 * minuteMillis;
const dayMillis = 24 * hourMillis;

/** Says a moment relative to another up to 90 days away, and as a date beyond. Days are those of the calendar. */
export function formatRelativeTime({ date, now, locale }: { date: Date; now: Date; locale: string }): string {
  const { relative, date: dateFormat } = formatsOf(locale);
  const millis = date.getTime() - now.getTime();
  const distance = Math.abs(millis);
  if (distance < minuteMillis) return relative.format(Math.trunc(millis / secondMillis), 'second');
  if (distance < hourMillis) return relative.format(Math.trunc(millis / minuteMillis), 'minute');
  if (distance < dayMillis) return relative.format(Math.trunc(millis / hourMillis), 'hour');
  // Rounded, since a day of the calendar may have 23 or 25 hours.
  const days = Math.round((midnightBefore(date) - midnightBefore(now)) / dayMillis);
  if (Math.abs(days) <= 90) return relative.format(days, 'day');
  return dateFormat.format(date);
}

function midnightBefore(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
