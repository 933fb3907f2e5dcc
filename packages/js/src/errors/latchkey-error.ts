/** Whatever this SDK throws on purpose. `code` is stable and typed in each subclass; nobody has to parse a message. */
export abstract class LatchkeyError extends Error {
  abstract readonly code: string;
  /** Not the class's own name, which a minifier changes: tell errors apart by `code`. */
  override readonly name = 'LatchkeyError';
}

/** The SDK was used in a way that cannot work; the message says what to do instead. */
export class UsageError extends LatchkeyError {
  readonly code = 'USAGE_ERROR';
}

/** The session that this object belongs to has ended, or somebody else has signed in since. */
export class SessionChangedError extends LatchkeyError {
  readonly code = 'SESSION_CHANGED';
}

/** No answer came: no network, no server, or it gave up. `cause` has what the platform said. */
export class UnreachableError extends LatchkeyError {
  readonly code = 'UNREACHABLE';
}

/** The server refused in words only, without a code of the table; `status` is that of HTTP. */
export class RefusedError extends LatchkeyError {
  readonly code = 'REFUSED';
  readonly status: number;
  /** When it makes sense to try again, in seconds; null where the server does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(message: string, answer: { status: number; retryAfterSeconds: number | null }) {
    super(message);
    this.status = answer.status;
    this.retryAfterSeconds = answer.retryAfterSeconds;
  }
}
