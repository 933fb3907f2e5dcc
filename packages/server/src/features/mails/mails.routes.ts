import { maxPageSize, routes } from '@latchkey/contract';
import { PlainError } from '../../http/errors.ts';
import type { Caller } from '../../http/caller.ts';
import type { Api } from '../../http/endpoint.ts';
import { cutPage, presentList, readCursor, rowsToRead, timeCursorKey } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { type MailRecord, selectMail, selectMails } from './mails.queries.ts';
import { openMail } from './open-mail.ts';
import { testMailDelivery } from './test-mail-delivery.ts';

export function mails(api: Api, deps: Deps): void {
  api.on(routes.listMails, async ({ caller, query: { limit = maxPageSize, cursor } }) => {
    refuseInternal(caller);
    const wish = { limit, cursor };
    const found = await selectMails(deps.db, {
      projectId: caller.project.id,
      after: readCursor(cursor, timeCursorKey),
      limit: rowsToRead(wish),
      now: deps.clock.now(),
    });
    return presentList(
      cutPage(found, wish, ({ created_at, id }) => [created_at.getTime(), id]),
      presentMail,
    );
  });

  api.on(routes.getMail, async ({ caller, params }) => {
    refuseInternal(caller);
    const mail = await selectMail(deps.db, caller.project.id, params.mail_id);
    if (mail === undefined || mail.expires_at <= deps.clock.now()) throw new PlainError(404, 'There is no such mail.');
    return { ...presentMail(mail), ...openMail(deps.secrets, mail) };
  });

  api.on(routes.getMailDelivery, ({ caller }) => {
    refuseInternal(caller);
    return Promise.resolve(presentDelivery(deps.smtp));
  });

  api.on(routes.testMailDelivery, ({ caller, body }) => {
    refuseInternal(caller);
    return testMailDelivery(deps, { projectId: caller.project.id, to: body.to });
  });
}

/** Mail to operators opens the whole installation, so the API shows it to nobody (wire.md section 16). */
function refuseInternal({ project }: Caller): void {
  if (project.id === 'internal')
    throw new PlainError(403, 'Mail of the project internal is not readable through the API.');
}

function presentDelivery(smtp: Deps['smtp']) {
  if (smtp === null) return { method: 'kept' as const };
  return { method: 'smtp' as const, host: new URL(smtp.url).host, from: smtp.from };
}

function presentMail(mail: MailRecord) {
  return {
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject,
    status: mail.status,
    created_at_millis: mail.created_at.getTime(),
    expires_at_millis: mail.expires_at.getTime(),
  };
}
