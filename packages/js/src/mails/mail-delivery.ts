import type { AnswerOf } from '@latchkey/contract';
import type { Scope } from '../http/scope.ts';

/** How mail leaves: over SMTP, or not at all, in which case `listMails` has it. */
export type MailDelivery = { method: 'smtp'; host: string; from: string } | { method: 'kept' };

/** What became of a mail that was sent as a test. */
export type MailDeliveryTest =
  | { outcome: 'sent' }
  | {
      outcome: 'failed';
      /** How far it came. */
      step: 'configuration' | 'name' | 'connection' | 'encryption' | 'sign_in' | 'sender' | 'recipient' | 'content';
      /** A sentence that says what to do. */
      reason: string;
    };

/** How the mail of this installation leaves. */
export function getMailDelivery({ api }: Scope): Promise<MailDelivery> {
  return api.get<AnswerOf<'getMailDelivery'>>('/latchkey/mail-delivery');
}

/** Sends a mail at once, and tells what became of it. */
export function testMailDelivery({ api }: Scope, to: string): Promise<MailDeliveryTest> {
  return api.post<AnswerOf<'testMailDelivery'>>('/latchkey/mail-delivery/test', { to });
}
