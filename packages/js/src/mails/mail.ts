import type { AnswerOf } from '@latchkey/contract';
import { RefusedError } from '../errors/latchkey-error.ts';
import { type Page, toPage } from '../http/page.ts';
import { orNull } from '../http/or-null.ts';
import type { Scope } from '../http/scope.ts';

/** A mail that was kept because no mail server is configured, or that still waits for it. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  status: 'kept' | 'waiting' | 'failed';
  createdAt: Date;
  /** When it is deleted. */
  expiresAt: Date;
}

/** A kept mail with what it says. */
export interface MailWithContent extends Mail {
  text: string;
  html: string;
}

/** Which of the kept mails to list. */
export interface MailListOptions {
  /** How many at most, up to 1,000. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

type WireMail = AnswerOf<'listMails'>['items'][number];

/** The mails of the project, newest first. */
export async function listMails({ api }: Scope, options: MailListOptions = {}): Promise<Page<Mail>> {
  return toPage(await api.get<AnswerOf<'listMails'>>('/latchkey/mails', { ...options }), toMail);
}

/** One mail with its words; null: there is none. */
export async function getMail({ api }: Scope, id: string): Promise<MailWithContent | null> {
  try {
    const wire = await orNull(id, () => api.get<AnswerOf<'getMail'>>(`/latchkey/mails/${id}`));
    return wire && { ...toMail(wire), text: wire.text, html: wire.html };
  } catch (error) {
    if (error instanceof RefusedError && error.status === 404) return null;
    throw error;
  }
}

function toMail({ id, to, subject, status, ...wire }: WireMail): Mail {
  const [createdAt, expiresAt] = [new Date(wire.created_at_millis), new Date(wire.expires_at_millis)];
  return { id, to, subject, status, createdAt, expiresAt };
}
