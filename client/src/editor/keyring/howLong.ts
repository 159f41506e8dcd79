// How long a value lasts that was stored.
import { l10n } from 'vscode';
import type { Kept } from './keyring.ts';

export type Stored = Exclude<Kept, 'lost'>;

/** To put behind a sentence; nothing of the ordinary. */
export function howLong(stored: Stored): string {
  return stored === 'session' ? ` ${l10n.t('It is in memory only, until this window closes.')}` : '';
}
