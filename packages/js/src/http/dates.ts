/** A moment that may be missing: never is null in this SDK. */
export function toDate(millis: number | null | undefined): Date | null {
  return millis == null ? null : new Date(millis);
}

/** Undefined stays undefined (leave it as it is), null stays null (never). */
export function toMillis(date: Date | null | undefined): number | null | undefined {
  return date == null ? date : date.getTime();
}
