/** The three kinds of access tokens. An application that accepts one kind refuses the others by audience and issuer. */
export type TokenKind = 'normal' | 'restricted' | 'anonymous';

/** For whom a token is: a project, and which of its users. */
export interface TokenAudience {
  projectId: string;
  kind: TokenKind;
}

const audienceSuffixes = { normal: '', restricted: ':restricted', anonymous: ':anon' } as const;

const issuerPaths = {
  normal: 'projects',
  restricted: 'projects-restricted-users',
  anonymous: 'projects-anonymous-users',
} as const;

const kinds = ['normal', 'restricted', 'anonymous'] as const satisfies readonly TokenKind[];

/** Nothing else is looked at as a project, so that made-up audiences cost nothing. */
const projectIdPattern = /^(internal|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The `aud` claim. */
export function formatAudience({ projectId, kind }: TokenAudience): string {
  return projectId + audienceSuffixes[kind];
}

/** Reads an `aud` claim; null for one that is not of ours. */
export function parseAudience(audience: unknown): TokenAudience | null {
  if (typeof audience !== 'string') return null;
  const [projectId = ''] = audience.split(':', 1);
  if (!projectIdPattern.test(projectId)) return null;
  const kind = kinds.find((candidate) => formatAudience({ projectId, kind: candidate }) === audience);
  return kind === undefined ? null : { projectId, kind };
}

/** The `iss` claim. */
export function issuerOf(publicUrl: string, { projectId, kind }: TokenAudience): string {
  return `${publicUrl}/api/v1/${issuerPaths[kind]}/${projectId}`;
}
