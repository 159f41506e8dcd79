// What the state of a connection means to a person.

import * as l10n from '@vscode/l10n';
import type { JsonObject } from '../json.ts';

/** The state of a connection that is not READY; undefined where it is, or where Atlas tells none. */
export function unreadyState({ state }: JsonObject): string | undefined {
  return typeof state === 'string' && state !== 'READY' ? state : undefined;
}

/** Sentences on such a state, with the next step. */
export function describeUnready(state: string): string {
  const said = l10n.t('Its state is {0}.', state);
  if (state === 'FAILED') return `${said} ${nextAfterFailed()}`;
  return state === 'PENDING' ? `${said} ${l10n.t('Atlas is still setting it up: look again later.')}` : said;
}

/** What to do about one that Atlas could not set up. */
export function nextAfterFailed(): string {
  return l10n.t('Atlas does not say why: check what it connects to, then update it, or delete it and create it anew.');
}
