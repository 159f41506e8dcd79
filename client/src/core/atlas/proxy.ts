// Which HTTP proxy leads to Atlas: VS Code's settings decide, then the environment.
import * as l10n from '@vscode/l10n';

/** A proxy that is spoken to by HTTP. */
export interface HttpProxy {
  /** `http` or `https`; may hold user and password, so it is never shown. */
  readonly url: string;
  /** A whole `Proxy-Authorization` header, in place of user and password. */
  readonly authorization?: string;
}

/** VS Code's settings of these names. */
export interface ProxySettings {
  readonly proxy: string;
  readonly proxyAuthorization: string | undefined;
  /** Hosts that are reached without it: `host`, `.domain`, `host:port` or `*`. */
  readonly noProxy: readonly string[];
  /** `off` ends the use of any proxy. */
  readonly proxySupport: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type ChosenProxy =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: HttpProxy }
  /** The reason is a sentence with the next step in it, without the proxy's address. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** As VS Code itself does, nothing on this machine is reached through a proxy. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The proxy for `url`; variables are read in lower case first, as curl does. */
export function chooseProxy(url: URL, settings: ProxySettings, environment: Environment): ChosenProxy {
  if (settings.proxySupport === 'off' || loopback.includes(url.hostname)) return { kind: 'direct' };
  const variable = (name: string) => environment[name.toLowerCase()] || environment[name];
  const fromEnvironment = variable(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? variable('ALL_PROXY');
  const text = settings.proxy.trim() || fromEnvironment?.trim();
  if (!text) return { kind: 'direct' };
  const noProxy = [...settings.noProxy, ...(variable('NO_PROXY') ?? '').split(/[\s,]+/)];
  if (noProxy.some((entry) => names(entry.trim(), url))) return { kind: 'direct' };
  const proxyUrl = toProxyUrl(text);
  if (!proxyUrl) return { kind: 'unusable', reason: describeUnusable(settings) };
  const authorization = settings.proxyAuthorization;
  return { kind: 'proxy', proxy: { url: proxyUrl, ...(authorization ? { authorization } : {}) } };
}

/** Whether an entry of the list of hosts without a proxy is about this one. */
function names(entry: string, { hostname, port, protocol }: URL): boolean {
  const [, host = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (entryPort !== undefined && entryPort !== (port || (protocol === 'https:' ? '443' : '80'))) return false;
  return host === '*' || host === hostname || (/^\*?\../.test(host) && hostname.endsWith(host.replace('*', '')));
}

function describeUnusable({ proxy }: ProxySettings): string {
  return proxy.trim()
    ? l10n.t('The setting “http.proxy” cannot be used. Write it as http://host:port or https://host:port.')
    : l10n.t('The proxy in the environment cannot be used. Write it as http://host:port or https://host:port.');
}

/** curl takes a proxy without a scheme for `http`. */
function toProxyUrl(text: string): string | undefined {
  const whole = text.includes('://') ? text : `http://${text}`;
  const { protocol } = URL.canParse(whole) ? new URL(whole) : { protocol: undefined };
  return protocol === 'http:' || protocol === 'https:' ? whole : undefined;
}
