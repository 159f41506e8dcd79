// Where requests go: the hosts that a credential may be sent to, and targets.
import * as l10n from '@vscode/l10n';

declare const checked: unique symbol;

/** The origin of an Atlas that may be signed in to, such as `https://cloud.mongodb.com`; made by `parseAtlasHost`. */
export type AtlasHost = string & { readonly [checked]: true };

/** The public hosts: commercial and Government. */
export const atlasHosts = ['https://cloud.mongodb.com', 'https://cloud.mongodbgov.com'] as [AtlasHost, AtlasHost];

/** One stream instance (workspace) of one project; the host is the credential's. */
export interface StreamTarget {
  /** The project's id, 24 hexadecimal digits. */
  readonly groupId: string;
  readonly tenantName: string;
}

/** Whether both are one instance; nothing is the same as none. */
export function isSameTarget(one: StreamTarget, other: StreamTarget | undefined): boolean {
  return one.groupId === other?.groupId && one.tenantName === other.tenantName;
}

export type ParsedHost =
  /** `url` is what was compared, for the transport to connect to: no second parser reads the text. */
  | { readonly kind: 'host'; readonly host: AtlasHost; readonly url: URL }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The host that `text` names, if it is public or among `additionalHosts`. Both are compared as parsed URLs, exactly. An
 * additional host needs https, or http on loopback.
 */
export function parseAtlasHost(text: string, additionalHosts: readonly string[]): ParsedHost {
  const refuse = (reason: string): ParsedHost => ({ kind: 'refused', reason });
  const url = toOrigin(text);
  if (!url) return refuse(l10n.t('Write the host as an origin, such as {0}.', atlasHosts[0]));
  const host = url.origin as AtlasHost;
  if (atlasHosts.includes(host)) return { kind: 'host', host, url };
  if (!additionalHosts.some((additional) => toOrigin(additional)?.origin === host)) {
    return refuse(
      l10n.t(
        '{0} is not an Atlas host. Add it to “streamconn.atlas.additionalHosts” in your user settings first.',
        host,
      ),
    );
  }
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback) {
    return refuse(l10n.t('{0} needs https: http is for loopback only.', host));
  }
  return { kind: 'host', host, url };
}

/** The URL of an origin and nothing else: no user, path, query, fragment, or characters that parsers read differently. */
function toOrigin(text: string): URL | undefined {
  if (!/^https?:\/\/[A-Za-z0-9.:[\]-]+\/?$/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return bare && !url.hostname.endsWith('.') && url.port !== '0' ? url : undefined;
}

/** What is wrong with a project id, with the next step; undefined when nothing is. */
export function checkGroupId(text: string): string | undefined {
  if (/^[a-f0-9]{24}$/.test(text)) return undefined;
  return l10n.t('A project id has 24 hexadecimal digits in lower case, such as 32b6e34b3d91647abb20e7b8.');
}

/**
 * What is wrong with the name of a stream instance; undefined when nothing is. Atlas states no rule, so only what cannot
 * be one segment of a path is refused.
 */
export function checkTenantName(text: string): string | undefined {
  if (text === '') return l10n.t('Type the name of a stream instance (workspace).');
  if (text === '.' || text === '..' || /[/\\]/.test(text)) {
    return l10n.t('The name of a stream instance has no slash in it, and is not “.” or “..”.');
  }
  if (text.length > 256 || /\p{C}/u.test(text)) {
    return l10n.t('The name of a stream instance has at most 256 characters, none of them invisible.');
  }
  return undefined;
}
