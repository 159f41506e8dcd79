// Tells how waits have ended, with what can be done next.
import { l10n } from 'vscode';
import type { WaitEnd } from '../../core/deploy/waitFor.ts';
import type { ConnectionPlace, CredentialEntry } from '../../core/place.ts';
import { say } from '../window/say.ts';
import { describeEndOfAll, type ToldEnd } from './waitingText.ts';

/** Asks for new values for a credential. */
export type ReplaceCredential = (credential: CredentialEntry) => Promise<unknown>;

export interface Ended {
  readonly place: ConnectionPlace;
  /** Undefined where there is no word about it. */
  readonly end: WaitEnd | undefined;
}

/** One message for all that ended in the same way and for the same reason. */
export async function tellTogether(ends: readonly Ended[], replaceCredential: ReplaceCredential): Promise<void> {
  const kinds = [...Map.groupBy(ends, ({ end }) => JSON.stringify(end)).values()];
  const telling = kinds.map(async (alike) => {
    const [first] = alike;
    const places = alike.map(({ place }) => place);
    if (first?.end) await tell(describeEndOfAll(places, first.end), first.end, first.place, replaceCredential);
  });
  await Promise.all(telling);
}

/** Nothing where there is no word about it. */
export async function tell(
  told: ToldEnd | undefined,
  end: WaitEnd,
  { credential }: ConnectionPlace,
  replaceCredential: ReplaceCredential,
): Promise<void> {
  if (!told) return;
  const replace = l10n.t('Replace Credential');
  const buttons = end.kind === 'gaveUp' && end.replaceable ? [replace] : [];
  const answer = await say[told.kind](told.text, ...buttons);
  if (answer === replace) await replaceCredential(credential);
}
