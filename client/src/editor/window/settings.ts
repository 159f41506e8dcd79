// Settings that a workspace must not decide: only the user's own value counts.
import { workspace } from 'vscode';

/** The user's (global) value of an application-scoped `streamconn` setting; a workspace's value is ignored. */
export function userSetting<T>(name: string, fallback: T): T {
  return workspace.getConfiguration('streamconn').inspect<T>(name)?.globalValue ?? fallback;
}

/** Hosts that the user allows besides the public ones. */
export function additionalHosts(): readonly string[] {
  const hosts = userSetting<unknown>('atlas.additionalHosts', []);
  return Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [];
}

/** The query parameters that the user wants with each request. */
export function requestQuery(): { readonly envelope: boolean; readonly pretty: boolean } {
  const settings = workspace.getConfiguration('streamconn.request');
  const isOn = (name: string) => settings.get<unknown>(name) === true;
  return { envelope: isOn('envelope'), pretty: isOn('pretty') };
}
