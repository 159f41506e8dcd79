// The servers that a Kafka client contacts first: each host:port, separated by commas, and nothing else.
import * as l10n from '@vscode/l10n';
import type { Fix } from '../fix.ts';
import type { Remark } from '../remark.ts';
import { isHostName, parseIPv6 } from './addresses.ts';
import { type Address, readAddress, type Server, serversIn } from './serverList.ts';

/** The port that most Kafka brokers listen on. */
const usualPort = '9092';

interface Fault {
  readonly message: string;
  /** What to write in the server's place. */
  readonly meant?: string;
  readonly title?: string;
}

export function bootstrapServers(list: string): Remark[] {
  const servers = serversIn(list);
  return [...findUntidy(list, servers), ...findFaults(servers), ...findRepeated(servers)];
}

/** White space, other separators than the comma, and commas with nothing between them. */
function findUntidy(list: string, servers: readonly Server[]): Remark[] {
  if (list === '') return [];
  const tidy = list
    .replaceAll(/\s*:\s*(?=\d+\s*(?:[,;]|$))/g, ':')
    .split(/[,;\s]+/)
    .filter((text) => text !== '');
  if (tidy.length === 0) return [{ code: 'bootstrap-servers', message: l10n.t('No server here. Write host:port.') }];
  const fixes: Fix[] = [
    { kind: 'replace', value: tidy.join(','), title: l10n.t('Separate the servers by commas only') },
  ];
  const other = /[^\s,][;\s]+(?=[^\s,])/.exec(list);
  if (other) {
    const part = { start: other.index + 1, length: other[0].length - 1 };
    const message = l10n.t('Separate the servers by commas, without spaces.');
    return [{ code: 'bootstrap-servers', message, part, fixes }];
  }
  const space = /\s+/.exec(list);
  if (space) {
    const part = { start: space.index, length: space[0].length };
    return [{ code: 'bootstrap-servers', severity: 'warning', message: l10n.t('Remove the spaces.'), part, fixes }];
  }
  const empty = servers.find(({ text }) => text === '');
  if (!empty) return [];
  const part = { start: Math.max(0, empty.start - 1), length: 1 };
  const message = l10n.t('There is no server beside this comma. Remove the comma.');
  return [{ code: 'bootstrap-servers', severity: 'warning', message, part, fixes }];
}

function findFaults(servers: readonly Server[]): Remark[] {
  return servers.flatMap((server, index) => {
    const { text, start, length } = server;
    const fault = text === '' || /[;\s]/.test(text) ? undefined : faultOf(text);
    if (!fault) return [];
    const { message, meant, title } = fault;
    const value = servers.map((other, at) => (at === index ? meant : other.text)).join(',');
    const fixes: Fix[] = meant === undefined ? [] : [{ kind: 'replace', value, ...(title ? { title } : {}) }];
    return [{ code: 'bootstrap-servers', message, part: { start, length }, fixes }];
  });
}

function findRepeated(servers: readonly Server[]): Remark[] {
  const seen = new Set<string>();
  return servers.flatMap(({ text, start, length }, index) => {
    const key = text.toLowerCase();
    if (text === '' || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const value = servers.flatMap((other, at) => (at === index ? [] : other.text)).join(',');
    const fixes: Fix[] = [{ kind: 'replace', value, title: l10n.t('Remove the repeated server') }];
    const message = l10n.t('This server is in the list already. Remove it.');
    return [{ code: 'duplicate-server', message, part: { start, length }, fixes }];
  });
}

/** The first thing wrong with a server. Messages repeat nothing of it: it may hold a password. */
function faultOf(server: string): Fault | undefined {
  const address = readAddress(server);
  const { scheme, hasCredentials, hasPath } = address;
  if (scheme !== undefined || hasCredentials || hasPath) return faultAround(address);
  return faultOfHost(server, address) ?? faultOfPort(server, address);
}

function faultAround(address: Address): Fault {
  const { scheme, hasCredentials, port } = address;
  if (/^https?$/i.test(scheme ?? '') && (port === undefined || port === '443')) {
    const message = l10n.t(
      'This looks like the REST endpoint. Kafka clients use the same host with port {0}, without a scheme.',
      usualPort,
    );
    return { message, meant: written(address, usualPort), title: l10n.t('Use the host with port {0}', usualPort) };
  }
  const meant = written(address, port);
  if (hasCredentials) {
    const message = l10n.t('No user name or password here: they belong in "authentication". Write host:port.');
    return { message, meant };
  }
  if (scheme !== undefined) {
    return { message: l10n.t('Servers have no scheme; "security.protocol" says it. Write host:port.'), meant };
  }
  return { message: l10n.t('Servers have no path. Write host:port.'), meant };
}

function faultOfHost(server: string, { host, isBracketed, port }: Address): Fault | undefined {
  if (isBracketed ? parseIPv6(host) : isHostName(host)) return undefined;
  if (isBracketed) {
    return { message: l10n.t('The brackets do not hold an IPv6 address. Correct it, or write a host name.') };
  }
  if (host === '') return { message: l10n.t('The host is missing. Write host:port.') };
  if (parseIPv6(server) || parseIPv6(host)) {
    const message = l10n.t(
      'An IPv6 address stands in brackets, with the port behind them: [2001:db8::1]:{0}.',
      usualPort,
    );
    return parseIPv6(host) && port ? { message, meant: `[${host}]:${port}` } : { message };
  }
  if (host.includes(':')) {
    return { message: l10n.t('More than one colon. Write host:port, and a comma between servers.') };
  }
  return { message: l10n.t('This is not a host name: letters, digits, hyphens and dots. Write host:port.') };
}

function faultOfPort(server: string, { port }: Address): Fault | undefined {
  if (!port) {
    const meant = `${server.replace(/:$/, '')}:${usualPort}`;
    const message = l10n.t('The port is missing. Write host:port; most brokers listen on {0}.', usualPort);
    return { message, meant, title: l10n.t('Add port {0}', usualPort) };
  }
  if (!/^\d+$/.test(port)) {
    return { message: l10n.t('The port is not a number. Write host:port, such as broker.example.com:9092.') };
  }
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  return isPort ? undefined : { message: l10n.t('A port is a number from 1 to 65535.') };
}

function written({ host, isBracketed }: Address, port: string | undefined): string {
  return `${isBracketed ? `[${host}]` : host}${port === undefined ? '' : `:${port}`}`;
}
