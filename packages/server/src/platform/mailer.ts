import type { Db } from '../database/database.ts';

export interface Mail {
  projectId: string;
  /** One recipient, or several that each get a mail of their own. */
  to: string | readonly string[];
  subject: string;
  text: string;
  html: string;
}

/** Takes mails on; what is taken on in a transaction is sent if, and only if, the transaction commits. */
export interface Mailer {
  send(db: Db, mail: Mail): Promise<void>;
}
