// Asks Atlas for something while a person waits, signed in as things are now: questions may have lain open for long.
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import type { Outcome } from '../../core/atlas/outcome.ts';
import type { Call } from '../../core/atlas/retry.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { withProgress } from '../window/progress.ts';

/** Opens the session anew: since the last question, another window may have changed the credential or the network. */
export async function askAtlas<T>(
  { atlas }: Uses<'atlas'>,
  credential: CredentialEntry,
  title: string,
  request: (client: AtlasClient, call: Call) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const session = await atlas.open(credential);
  return session.kind === 'open' ? withProgress(title, (call) => request(session.client, call)) : session;
}
