/** What was typed as a trusted domain: an origin as the server keeps it, or what is wrong with it. */
export type ReadDomain = { domain: string } | { problem: string };

const maxWildcards = 2;
const fullHost = /^(?:[a-z0-9*-]+\.)*[a-z0-9-]+\.[a-z0-9-]+$/;
const shortHost = /^(?:[a-z0-9-]+|\[[0-9a-f:.]+\]|\*{1,2}\.localhost)$/;

/** Reads a trusted domain as the server would, with a sentence for each thing that it would refuse. */
export function readDomain(typed: string): ReadDomain {
  const text = typed.trim().toLowerCase();
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/.exec(text) ?? [];
  if (scheme === undefined)
    return { problem: `Begin with https://, as in https://${/^[\w.*-]+$/.test(text) ? text : 'example.com'}` };
  if (scheme !== 'https' && scheme !== 'http') return { problem: 'Only https:// and http:// can be trusted.' };
  const [authority = '', ...path] = rest.split('/');
  if (path.some((part) => part !== '')) return { problem: 'Leave the path out: a whole origin is trusted.' };
  if (/[?#]/.test(authority)) return { problem: 'Leave out everything after the host and port.' };
  if (authority.includes('@')) return { problem: 'Leave out the part before the @.' };
  return readAuthority(`${scheme}://${authority}`, authority);
}

function readAuthority(domain: string, authority: string): ReadDomain {
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(authority) ?? [];
  if (host === undefined) return { problem: 'The port is a number, as in https://example.com:8443' };
  if (host === '') return { problem: 'Name the host, as in https://example.com' };
  if (port !== undefined && Number(port) > 65_535) return { problem: 'A port is at most 65535.' };
  if ((host.match(/\*{1,2}/g) ?? []).length > maxWildcards) return { problem: 'Use at most two wildcards.' };
  if (fullHost.test(host) || shortHost.test(host)) return URL.canParse(domain) ? { domain } : { problem: notAHost };
  return {
    problem: host.includes('*') ? 'Spell out the last two parts of the host, as in https://*.example.com' : notAHost,
  };
}

const notAHost = 'This is not the name of a host. One looks like example.com';
