import type { RunningServer } from '@latchkey/server';

/** What the terminal shows once the server listens: where it is, how to take it, what to give an application. */
export function describeStart({
  url,
  installation,
  notices,
}: Pick<RunningServer, 'url' | 'installation' | 'notices'>): string {
  const { claimCode, firstProject } = installation;
  return [
    '',
    `  Latchkey is running at ${url}`,
    `  API reference: ${url}/docs`,
    ...notices.map((notice) => `  ${notice}`),
    ...(claimCode === null ? [] : describeClaim(url, claimCode)),
    ...describeEnvironment(url, firstProject),
    '',
    '  Ctrl-C stops it, the database too.',
    '',
  ].join('\n');
}

/** The code is in the fragment, which browsers keep to themselves: no log on the way and no other page learns it. */
function describeClaim(url: string, claimCode: string): string[] {
  return [
    '',
    '  Nobody operates this installation yet. Open this link to become its operator; it works once:',
    '',
    `  ${url}/claim#code=${claimCode}`,
    '',
    `  Claim code: ${claimCode}`,
  ];
}

/** In lines that can be pasted into a file named .env. */
function describeEnvironment(url: string, project: RunningServer['installation']['firstProject']): string[] {
  if (project === null) return [];
  if (project.keys === null) {
    return [
      '',
      `  The first project is ${project.id}. Its keys were shown when it was made; claim the installation to make others.`,
    ];
  }
  return [
    '',
    '  A first project is ready, with API keys of users and teams switched on. For your application (shown this once):',
    '',
    `  STACK_API_URL=${url}`,
    `  STACK_PROJECT_ID=${project.id}`,
    `  STACK_PUBLISHABLE_CLIENT_KEY=${project.keys.publishable_client}`,
    `  STACK_SECRET_SERVER_KEY=${project.keys.secret_server}`,
  ];
}
