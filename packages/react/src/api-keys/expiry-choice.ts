/** What a form says of when a key ends. */
export interface Expiry {
  choice: ExpiryChoice;
  /** What the date field holds, `2026-03-01` or nothing; counts with the choice `date` only. */
  date: string;
}

export type ExpiryChoice = (typeof expiryChoices)[number];

/** In days, but for the last three. */
export const expiryChoices = ['1', '7', '30', '90', 'year', 'date', 'never'] as const;

/** What is offered first: long enough to be useful, short enough to be forgotten without harm. */
export const defaultExpiry: Expiry = { choice: '30', date: '' };

/** When a key with this choice ends; null: never; undefined: the date is missing or not in the future. */
export function expiresAtOf({ choice, date }: Expiry, now: Date): Date | null | undefined {
  switch (choice) {
    case 'never':
      return null;
    case 'date':
      return endOfDay(date, now);
    case 'year':
      return new Date(new Date(now).setFullYear(now.getFullYear() + 1));
    default:
      // By the calendar: at the same time of day, also across a change of summer time.
      return new Date(new Date(now).setDate(now.getDate() + Number(choice)));
  }
}

/** The first day that can be chosen, as a date field writes it. */
export function tomorrow(now: Date): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${digits(day.getMonth() + 1)}-${digits(day.getDate())}`;
}

/** The last second of a day where the user is. */
function endOfDay(date: string, now: Date): Date | undefined {
  // Years of more than four digits, which the server does not take, do not match.
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year === undefined || date < tomorrow(now)) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(day), 23, 59, 59);
}
