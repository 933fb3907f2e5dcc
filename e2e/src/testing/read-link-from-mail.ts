import { setTimeout as pause } from 'node:timers/promises';
import type { RunningLatchkey } from './start-latchkey.ts';

/** The link in the newest mail to an address, once it has been written; mails are sent in the background. */
export async function readLinkFromMail(latchkey: RunningLatchkey, address: string): Promise<string> {
  for (;;) {
    const { body: mails } = await latchkey.callAsAdmin('GET', '/latchkey/mails');
    const mail = mails.items.find(({ to }: { to: string }) => to === address);
    if (mail !== undefined) {
      const { body } = await latchkey.callAsAdmin('GET', `/latchkey/mails/${mail.id}`);
      const [link] = /https?:\/\/\S+/.exec(body.text) ?? [];
      if (link === undefined) throw new Error(`no link in: ${body.text}`);
      return link;
    }
    await pause(50);
  }
}
