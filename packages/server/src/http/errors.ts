import { knownErrors, type KnownErrorCode, type KnownErrorDetails } from '@latchkey/contract';

type DetailsArgument<Code extends KnownErrorCode> = keyof KnownErrorDetails<Code> extends never
  ? []
  : [details: KnownErrorDetails<Code>];

/**
 * The caller's fault, or a limit, in a form that programs understand: status, code and details are those of the table in
 * `contract`.
 *
 * @example throw new KnownError('TEAM_NOT_FOUND', { team_id });
 */
export class KnownError<Code extends KnownErrorCode = KnownErrorCode> extends Error {
  override name = 'KnownError';
  readonly code: Code;
  readonly status: number;
  readonly details: KnownErrorDetails<Code> | undefined;

  constructor(code: Code, ...[details]: DetailsArgument<Code>) {
    super(knownErrors[code].text);
    this.code = code;
    this.status = knownErrors[code].status;
    this.details = details;
  }
}

/** The caller's fault, or a limit, where the wire wants plain text. */
export class PlainError extends Error {
  override name = 'PlainError';
  readonly status: number;
  /** Seconds; sent as `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, text: string, retryAfterSeconds?: number) {
    super(text);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
