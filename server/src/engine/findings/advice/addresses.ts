// Hosts of network addresses: what is well written, and what can be reached over the internet.

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Whether it is a host name or an IPv4 address. */
export function isHostName(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  if (host.length > 253 || !labels.every((one) => label.test(one))) return false;
  // No top-level domain is a number: what ends in one is an IPv4 address, or a misspelt one.
  return !/^\d+$/.test(labels.at(-1) ?? '') || parseIPv4(host) !== undefined;
}

/** The four bytes of an IPv4 address. */
export function parseIPv4(host: string): readonly number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  const bytes = match?.slice(1).map(Number);
  return bytes?.every((byte) => byte <= 255) ? bytes : undefined;
}

/** The eight groups of an IPv6 address, without its brackets. */
export function parseIPv6(host: string): readonly number[] | undefined {
  if (!host.includes(':')) return undefined;
  const last = parseIPv4(host.slice(host.lastIndexOf(':') + 1));
  const [a = 0, b = 0, c = 0, d = 0] = last ?? [];
  const hexadecimal = last
    ? host.slice(0, host.lastIndexOf(':') + 1) + [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':')
    : host;
  const [head = '', tail, ...more] = hexadecimal.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
  return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? all.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** `unknown` where the name's ending or lack of dots makes one think of a private network, and only a look-up could tell. */
export type Reach = 'public' | 'notPublic' | 'unknown';

/** How far a host is reachable, as its name or address (IPv6 without brackets) says. */
export function reachOf(host: string): Reach {
  const v6 = parseIPv6(host);
  if (v6) return isPrivateV6(v6) ? 'notPublic' : 'public';
  const v4 = parseIPv4(host);
  if (v4) return isPrivateV4(v4) ? 'notPublic' : 'public';
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return 'notPublic';
  return !name.includes('.') || /\.(?:local|internal|lan|home\.arpa)$/.test(name) ? 'unknown' : 'public';
}

/** This network, private use, carrier-grade NAT, loopback and link-local: RFC 1122, 1918, 6598, 3927. */
function isPrivateV4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127) return true;
  if (a === 100) return b >= 64 && b < 128;
  if (a === 172) return b >= 16 && b < 32;
  return (a === 169 && b === 254) || (a === 192 && b === 168);
}

/** Unspecified, loopback, unique local and link-local: RFC 4291, 4193; and IPv4 addresses written as IPv6. */
function isPrivateV6(groups: readonly number[]): boolean {
  const [first = 0, , , , , sixth = 0, high = 0, low = 0] = groups;
  const embeds = groups.slice(0, 5).every((group) => group === 0);
  if (embeds && sixth === 0xffff) return isPrivateV4([high >> 8, high & 255]);
  if (embeds && sixth === 0 && high === 0) return low <= 1;
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}
