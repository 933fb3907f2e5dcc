import type { Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';

/**
 * Refuses a URL that the project does not trust with a user's code: one that is neither on this machine (where the
 * project allows that) nor on one of its trusted domains. Only scheme, host and port decide.
 *
 * @throws KnownError REDIRECT_URL_NOT_WHITELISTED
 */
export function requireTrustedUrl({ settings }: Pick<Project, 'settings'>, url: string): void {
  const target = parseUnambiguousUrl(url);
  const isTrusted =
    target !== null &&
    ((settings.allow_localhost && isLoopback(target.hostname)) ||
      settings.domains.some(({ domain }) => matchesOrigin(target, domain)));
  if (!isTrusted) throw new KnownError('REDIRECT_URL_NOT_WHITELISTED');
}

/** Null for what parsers are known to read differently: backslashes, white space and control characters, credentials. */
function parseUnambiguousUrl(url: string): URL | null {
  if (!/^https?:\/\/[^/]/i.test(url) || /[\\\s\p{Cc}]/u.test(url) || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const authority = url.replace(/^https?:\/\//i, '').split(/[/?#]/, 1)[0] ?? '';
  return authority.includes('@') ? null : parsed;
}

/** `localhost` and the names below it (RFC 6761 section 6.3), 127.0.0.0/8, ::1; the URL parser has unified their spellings. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
    hostname === '[::1]'
  );
}

function matchesOrigin(target: URL, pattern: string): boolean {
  const origin = new URL(pattern);
  return (
    target.protocol === origin.protocol &&
    target.port === origin.port &&
    hostRegExp(origin.hostname).test(target.hostname)
  );
}

/** `*` stands for characters of one label, `**` for any number of labels. */
function hostRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\*{1,2}|[^a-z0-9-]/gi, (part) =>
    part === '**' ? '.+' : part === '*' ? '[^.]+' : `\\${part}`,
  );
  return new RegExp(`^${source}$`);
}
