// Addresses of endpoints that are spoken to over HTTP or HTTPS.
import * as l10n from '@vscode/l10n';
import type { Part, Remark } from '../remark.ts';
import { isHostName, parseIPv6, reachOf } from './addresses.ts';

const form =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<credentials>[^/?#]*@)?(?<host>\[[^\]]*\]|[^/?#:]*)(?::(?<port>[^/?#]*))?(?<rest>[/?#].*)?$/i;

/** HTTPS is wanted. */
export const httpsUrl = (url: string): Remark[] => check(url, true);

/** HTTP will do, though everybody on the way can read it. */
export const httpUrl = (url: string): Remark[] => check(url, false);

/** The host must be reachable over the internet. */
export function publicUrl(url: string): Remark[] {
  const { credentials = '', scheme = '', host = '' } = form.exec(url)?.groups ?? {};
  if (host === '') return [];
  const part = { start: scheme.length + 3 + credentials.length, length: host.length };
  const message = l10n.t(
    'Atlas reaches this address over the internet only, where it cannot be found. Write a public one.',
  );
  return reachOf(withoutBrackets(host)) === 'notPublic'
    ? [{ code: 'non-public-address', severity: 'warning', message, part }]
    : [];
}

function check(url: string, wantsHttps: boolean): Remark[] {
  if (url === '') return [];
  if (/\s/.test(url)) return [withSpaces(url)];
  const { scheme, credentials = '', host = '', port, rest = '' } = form.exec(url)?.groups ?? {};
  if (scheme === undefined) return [withoutScheme(url)];
  const fault = faultOf(scheme, credentials, host, port);
  if (fault) return [fault];
  const start = scheme.length + 3;
  const bare = `${scheme}://${host}${port === undefined ? '' : `:${port}`}${rest}`;
  return [
    ...(scheme.toLowerCase() === 'https' ? [] : [unprotected(scheme, wantsHttps, `https://${url.slice(start)}`)]),
    ...(credentials === '' ? [] : [withCredentials({ start, length: credentials.length }, bare)]),
  ];
}

function faultOf(scheme: string, credentials: string, host: string, port: string | undefined): Remark | undefined {
  if (!/^https?$/i.test(scheme)) {
    const part = { start: 0, length: scheme.length };
    return invalid(l10n.t('Only https:// and http:// addresses can be used. Write https://.'), part);
  }
  const isHost = host.startsWith('[') ? parseIPv6(withoutBrackets(host)) !== undefined : isHostName(host);
  if (!isHost) {
    const part = { start: scheme.length + 3 + credentials.length, length: host.length };
    return invalid(
      l10n.t('The host is missing or misspelt. Write https://, then the host.'),
      host === '' ? undefined : part,
    );
  }
  const isPort = port === undefined || (/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535);
  return isPort
    ? undefined
    : invalid(l10n.t('A port is a number from 1 to 65535. Correct it, or leave it out with its colon.'));
}

function invalid(message: string, part?: Part, meant?: string): Remark {
  const fixes = meant === undefined ? [] : [{ kind: 'replace', value: meant } as const];
  return { code: 'invalid-url', message, fixes, ...(part ? { part } : {}) };
}

function withSpaces(url: string): Remark {
  const trimmed = url.trim();
  const meant = form.test(trimmed) ? trimmed.replaceAll(' ', '%20') : trimmed;
  return invalid(
    l10n.t('An address has no spaces. Remove them, or write %20.'),
    undefined,
    /\s/.test(meant) ? undefined : meant,
  );
}

function withoutScheme(url: string): Remark {
  const meant = `https://${url.replace(/^(?:https?)?:?\/*/i, '')}`;
  const { host = '', port = '' } = form.exec(meant)?.groups ?? {};
  const isPlain = isHostName(host) && /^\d*$/.test(port);
  const message = l10n.t('Use a whole address that begins with https://, such as https://api.example.com/v1.');
  return invalid(message, undefined, isPlain ? meant : undefined);
}

function unprotected(scheme: string, wantsHttps: boolean, meant: string): Remark {
  const part = { start: 0, length: scheme.length };
  return wantsHttps
    ? {
        code: 'insecure-url',
        message: l10n.t('This type of connection is meant for HTTPS. Write https:// if the endpoint offers it.'),
        part,
        fixes: [{ kind: 'replace', value: meant, title: l10n.t('Use https') }],
      }
    : {
        code: 'insecure-url',
        severity: 'hint',
        message: l10n.t('Over http:// the sign-in can be read on its way. Write https:// if the endpoint offers it.'),
        part,
      };
}

function withCredentials(part: Part, meant: string): Remark {
  const message = l10n.t(
    'A user name or password in the address is shown to everyone who may see the connection. Remove it, and sign in by the properties or headers made for it.',
  );
  return {
    code: 'credentials-in-url',
    message,
    part,
    fixes: [{ kind: 'replace', value: meant, title: l10n.t('Remove the credentials from the address') }],
  };
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
