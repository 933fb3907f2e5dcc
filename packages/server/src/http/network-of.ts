import { isIPv6 } from 'node:net';

/**
 * What counts as one address for a throttle: an IPv4 address, or the /64 network of an IPv6 one, which is the least that
 * any subscriber gets (RFC 6177 section 2) and so the least that a throttle must not let count anew.
 */
export function networkOf(ip: string): string {
  const [address = ''] = ip.split('%', 1); // without the zone of RFC 4007
  if (!isIPv6(address)) return ip;
  const mappedIpv4 = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mappedIpv4 !== undefined) return mappedIpv4;
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after = ''] = canonical.split('::');
  const groups = before === '' ? [] : before.split(':');
  const last = after === '' ? [] : after.split(':');
  const zeros = canonical.includes('::') ? Array<string>(8 - groups.length - last.length).fill('0') : [];
  return `${[...groups, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}
