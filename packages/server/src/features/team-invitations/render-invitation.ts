import type { Project } from '../../http/caller.ts';
import { renderMail } from '../mails/index.ts';
import type { TeamRecord } from '../teams/index.ts';

/** Members name their teams, and strangers read the mail: long enough for a name, too short for a message. */
const maxNameLength = 64;

/** The mail that invites to a team. */
export function renderInvitation({
  project,
  team,
  email,
  url,
}: {
  project: Project;
  team: TeamRecord;
  email: string;
  url: string;
}): { subject: string; text: string; html: string } {
  const name = nameInMail(team.display_name);
  const subject = `Join the team "${name}" in ${project.displayName}`;
  const content = renderMail({
    title: subject,
    paragraphs: [
      `You are invited to the team "${name}" in ${project.displayName}. Open the link to join it with the address ${email}.`,
      'The link works once, within seven days. If you do not know what this is about, there is nothing to do.',
    ],
    action: { label: 'Join the team', url },
  });
  return { subject, ...content };
}

function nameInMail(name: string): string {
  const line = name.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > maxNameLength ? `${characters.slice(0, maxNameLength).join('')}…` : line;
}
