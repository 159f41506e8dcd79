// How Atlas is reached from here: the proxy of VS Code's settings or the environment, and added certificate authorities.
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { type Disposable, l10n, workspace } from 'vscode';
import { readAuthorities } from '../../core/atlas/authorities.ts';
import type { Network } from '../../core/atlas/dial.ts';
import { chooseProxy, type ProxySettings } from '../../core/atlas/proxy.ts';
import { userSetting } from '../window/settings.ts';

export type ReadNetwork =
  | { readonly kind: 'network'; readonly network: Network }
  /** The reason is a sentence with the next step in it. */
  | { readonly kind: 'unusable'; readonly reason: string };

const settingNames = [
  'http.proxy',
  'http.proxyAuthorization',
  'http.noProxy',
  'http.proxySupport',
  'streamconn.atlas.caFile',
];

/** Bytes; the whole list that browsers trust is a quarter of it. */
const caFileLimit = 1_048_576;

export async function readNetwork(url: URL): Promise<ReadNetwork> {
  const chosen = chooseProxy(url, proxySettings(), process.env);
  if (chosen.kind === 'unusable') return chosen;
  const authorities = await readCaFile(userSetting<unknown>('atlas.caFile', ''));
  if (authorities.kind === 'unreadable') {
    return {
      kind: 'unusable',
      reason: l10n.t('The certificate authority in “streamconn.atlas.caFile” cannot be used: {0}', authorities.reason),
    };
  }
  const proxy = chosen.kind === 'proxy' ? { proxy: chosen.proxy } : {};
  return { kind: 'network', network: { ...proxy, authorities: authorities.certificates } };
}

/** Calls `listener` when the way may have become another one, so that what is open goes the old one. */
export function onDidChangeNetwork(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (settingNames.some((name) => change.affectsConfiguration(name))) listener();
  });
}

/** The user's own values: a workspace does not decide where a credential goes through. */
function proxySettings(): ProxySettings {
  const user = (name: string): unknown => workspace.getConfiguration('http').inspect(name)?.globalValue;
  const text = (name: string) => {
    const value = user(name);
    return typeof value === 'string' ? value : '';
  };
  const noProxy = user('noProxy');
  return {
    proxy: text('proxy'),
    proxyAuthorization: text('proxyAuthorization') || undefined,
    noProxy: Array.isArray(noProxy) ? noProxy.filter((entry) => typeof entry === 'string') : [],
    proxySupport: text('proxySupport'),
  };
}

async function readCaFile(path: unknown): Promise<ReturnType<typeof readAuthorities>> {
  const unreadable = (reason: string) => ({ kind: 'unreadable', reason }) as const;
  if (path === '') return { kind: 'read', certificates: [] };
  if (typeof path !== 'string' || !isAbsolute(path)) return unreadable(l10n.t('write the whole path of a file.'));
  try {
    const { size } = await stat(path);
    return size > caFileLimit
      ? unreadable(l10n.t('the file is too large.'))
      : readAuthorities(await readFile(path, 'utf8'));
  } catch {
    return unreadable(l10n.t('there is no readable file at this path.'));
  }
}
