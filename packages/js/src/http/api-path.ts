import { UsageError } from '../errors/latchkey-error.ts';

/**
 * A path of the API with values put into it, each as one segment whatever it holds. Where a value comes from a request, it
 * must not choose another route: `..` would, even percent-encoded, and so would nothing at all.
 */
export function apiPath(parts: TemplateStringsArray, ...values: string[]): string {
  return String.raw({ raw: parts }, ...values.map(toSegment));
}

/** Whether a string can be the id of anything. What cannot is unknown, and nobody has to be asked. */
export function isId(value: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

function toSegment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new UsageError(`"${value}" is the id of nothing.`);
  return encodeURIComponent(value);
}
