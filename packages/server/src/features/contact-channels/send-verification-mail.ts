import type { Db } from '../../database/database.ts';
import type { Project } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { renderMail } from '../mails/index.ts';
import { requireTrustedUrl } from '../projects/index.ts';
import { issueVerificationCode } from '../verification-codes/index.ts';
import type { ContactChannelRecord } from './contact-channels.queries.ts';

const lifetimeSeconds = 3 * 24 * 60 * 60;

/**
 * Mails a link that verifies the address of a channel: the callback URL with the query parameter `code`.
 *
 * @throws KnownError REDIRECT_URL_NOT_WHITELISTED when the project does not trust the callback's domain
 */
export async function sendVerificationMail(
  deps: Deps,
  db: Db,
  {
    project,
    channel,
    callbackUrl,
  }: { project: Project; channel: Pick<ContactChannelRecord, 'id' | 'user_id' | 'value'>; callbackUrl: string },
): Promise<void> {
  requireTrustedUrl(project, callbackUrl);
  const { code } = await issueVerificationCode(deps, db, {
    projectId: project.id,
    kind: 'email_verification',
    email: channel.value,
    userId: channel.user_id,
    contactChannelId: channel.id,
    lifetimeSeconds,
  });
  const url = new URL(callbackUrl);
  url.searchParams.set('code', code);
  const title = `Verify your e-mail address for ${project.displayName}`;
  await deps.mailer.send(db, {
    projectId: project.id,
    to: channel.value,
    subject: title,
    ...renderMail({
      title,
      paragraphs: [
        `Somebody, probably you, gave this address (${channel.value}) to ${project.displayName}. Open the link to confirm that it is yours.`,
        'The link works once, within three days. If it was not you, there is nothing to do.',
      ],
      action: { label: 'Verify this address', url: url.href },
    }),
  });
}
