/** The step of an SMTP conversation at which it ended, and what to do about it. */
export interface SmtpFailure {
  step: 'name' | 'connection' | 'encryption' | 'sign_in' | 'sender' | 'recipient' | 'content';
  /** A sentence of ours: the mail server's own words may repeat addresses and credentials. */
  reason: string;
}

type Step = SmtpFailure['step'];

interface SmtpError {
  code: string;
  /** What the operating system or TLS called it. */
  originalCode: string;
  /** The SMTP command that failed, such as `RCPT TO`. */
  command: string;
  responseCode: number | undefined;
}

const whatToDo: Record<Step, string> = {
  name: 'No mail server has this name. Look at the host in LATCHKEY_SMTP_URL.',
  connection:
    'The mail server did not answer. Look at the host and port in LATCHKEY_SMTP_URL, and whether a firewall lets this machine reach it; port 465 takes smtps://, 587 and 25 take smtp://.',
  encryption:
    'The connection could not be encrypted. Port 465 takes smtps://, 587 and 25 take smtp://; the certificate must be for the host in LATCHKEY_SMTP_URL, not expired, and from an authority that Node.js knows (NODE_EXTRA_CA_CERTS adds one).',
  sign_in:
    'The mail server did not accept the sign-in. Look at the user and password in LATCHKEY_SMTP_URL; special characters in them are percent-encoded, and some providers want a password made for applications.',
  sender:
    'The mail server does not send for this sender. Set LATCHKEY_MAIL_FROM to an address that it may send for; some servers also want a user and password in LATCHKEY_SMTP_URL.',
  recipient:
    'The mail server does not deliver to this recipient. Try another address; if it refuses all outside its own domain, it wants a user and password in LATCHKEY_SMTP_URL.',
  content:
    'The mail server took the addresses and refused the mail itself. Its log says why: often a filter or a limit.',
};

/** What became of a mail that was not sent; null when the failure has nothing to do with the mail server. */
export function explainSmtpFailure(error: unknown): SmtpFailure | null {
  const read = readError(error);
  if (read === null) return null;
  const step = stepOf(read);
  const answered = read.responseCode === undefined ? '' : ` It answered ${read.responseCode}.`;
  return { step, reason: whatToDo[step] + answered };
}

function readError(error: unknown): SmtpError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return {
    code: error.code,
    originalCode: 'originalCode' in error ? String(error.originalCode) : '',
    command: 'command' in error ? String(error.command) : '',
    responseCode: 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined,
  };
}

function stepOf({ code, originalCode, command }: SmtpError): Step {
  if (code === 'EDNS') return 'name';
  if (code === 'ETLS' || command === 'STARTTLS' || /CERT|SSL|TLS|SIGNATURE|^EPROTO$/.test(originalCode)) {
    return 'encryption';
  }
  if (code === 'EAUTH' || command.startsWith('AUTH')) return 'sign_in';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  return code === 'EMESSAGE' || command === 'DATA' ? 'content' : 'connection';
}
