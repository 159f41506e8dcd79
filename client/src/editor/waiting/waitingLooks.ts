// Asks Atlas how a connection is that is waited for: by itself, or by one list for the many of its instance.

import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import type { Outcome } from '../../core/atlas/outcome.ts';
import { untilAborted } from '../../core/atlas/waiting.ts';
import type { Look } from '../../core/deploy/waitFor.ts';
import type { JsonObject } from '../../core/json.ts';
import { type ConnectionPlace, instanceKey } from '../../core/place.ts';
import type { AtlasSessions } from '../credentials/atlasSessions.ts';

export interface WaitingLooks {
  /** `isOneOfMany`: that there are others of its instance, whose looks may have come to the same list. */
  at(place: ConnectionPlace, isOneOfMany: boolean, signal: AbortSignal): Promise<Look>;
  /** Ends what is being asked. */
  stop(): void;
}

type List = Promise<Outcome<readonly JsonObject[]>>;

/** Milliseconds for which a list is shared: less than there are between two looks at a connection. */
const moment = 900;

/** `now` gives milliseconds. */
export function createWaitingLooks(atlas: AtlasSessions, now: () => number = Date.now): WaitingLooks {
  const lists = new Map<string, { readonly begun: number; readonly list: List }>();
  // A list is asked for on behalf of all, so that none of them alone ends it.
  const all = new AbortController();

  function listOf(client: AtlasClient, place: ConnectionPlace): List {
    const key = instanceKey(place);
    const known = lists.get(key);
    if (known && now() - known.begun < moment) return known.list;
    const list = client.listConnections(place, { signal: all.signal });
    lists.set(key, { begun: now(), list });
    return list;
  }

  return {
    at: async (place, isOneOfMany, signal) => {
      // Opens the session anew for each look: in an hour, the network's settings or the credential may change.
      const session = await atlas.open(place.credential);
      if (session.kind !== 'open') return session;
      if (!isOneOfMany) return session.client.getConnection(place, place.name, { signal });
      const outcome = await untilAborted(listOf(session.client, place), signal);
      if (outcome.kind !== 'ok') return outcome;
      const value = outcome.value.find(({ name }) => name === place.name);
      return value ? { kind: 'ok', value } : { kind: 'absent' };
    },
    stop: () => all.abort(),
  };
}
