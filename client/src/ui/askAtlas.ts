// Asks Atlas for something while a person waits, signed in as things are now: questions may have lain open for long.

import type { Unavailable } from '../atlasSessions.ts';
import type { AtlasClient } from '../core/atlas/atlasClient.ts';
import type { Failure, Outcome } from '../core/atlas/outcome.ts';
import type { Call } from '../core/atlas/retry.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { sayUnavailable } from './credentials/openSession.ts';
import { sayStored } from './credentials/storeCredential.ts';
import { withProgress } from './progress.ts';
import { type Asked, reportNotRead } from './report.ts';

/** Why there is no answer. */
export type NoAnswer = Failure | Unavailable;

export type Answer<T> = Outcome<T> | Unavailable;

/** Opens the session anew: since the last question, another window may have changed the credential or the network. */
export async function askAtlas<T>(
  parts: Parts,
  credential: CredentialEntry,
  title: string,
  request: (client: AtlasClient, call: Call) => Promise<Outcome<T>>,
): Promise<Answer<T>> {
  const session = await parts.atlas.open(credential);
  return session.kind === 'open' ? withProgress(title, (call) => request(session.client, call)) : session;
}

/** Tells why Atlas was not asked, or did not say what it has; nothing where the person cancelled. */
export async function sayNoAnswer(parts: Parts, why: NoAnswer, asked: Asked): Promise<void> {
  if (why.kind !== 'unavailable') {
    await reportNotRead(parts, why, asked);
    return;
  }
  const replaced = await sayUnavailable(parts, asked.credential, why);
  if (replaced) await sayStored('replaced', replaced);
}
