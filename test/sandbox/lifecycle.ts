// How a connection gets from PENDING to READY or FAILED, and from DELETING to gone: by being looked at, not by a clock.
import type { Instance, Json, State } from './state.ts';

/** What shall become of a connection; the counts go down as it is looked at. */
export interface Fate {
  /** What it is once it is set up; READY if absent. */
  readonly end?: 'READY' | 'FAILED';
  /** How many looks find it PENDING; 1 if absent, and 0 where it needs no setting up. */
  pending?: number;
  /** How many looks right after the creation find nothing: 404; 0 if absent. */
  hidden?: number;
  /** How many looks find it DELETING; 1 if absent. */
  deleting?: number;
  /** It ends as FAILED instead of going away. */
  readonly deletionFails?: boolean;
}

/** The state in which a connection is created. */
export function firstState({ end, pending }: Fate, needsSetUp: boolean): string {
  const waits = pending === undefined ? needsSetUp || end !== undefined : pending > 0;
  return waits ? 'PENDING' : (end ?? 'READY');
}

/** Whether the connection is not seen yet; each time counts. */
export function isHidden(state: State, name: string): boolean {
  const fate = state.fates.get(name);
  if (!fate?.hidden) return false;
  fate.hidden -= 1;
  return true;
}

/** The connection as a request finds it; afterwards things have moved on. */
export function look(state: State, { connections }: Instance, name: string): Json | undefined {
  const connection = connections.get(name);
  if (!connection || isHidden(state, name)) return undefined;
  const fate = state.fates.get(name) ?? {};
  if (connection.state === 'PENDING' && isLast(fate, 'pending'))
    connections.set(name, { ...connection, state: fate.end ?? 'READY' });
  if (connection.state === 'DELETING' && isLast(fate, 'deleting')) {
    if (fate.deletionFails) connections.set(name, { ...connection, state: 'FAILED' });
    else connections.delete(name);
  }
  return connection;
}

function isLast(fate: Fate, count: 'pending' | 'deleting'): boolean {
  const left = (fate[count] ?? 1) - 1;
  if (left > 0) fate[count] = left;
  return left <= 0;
}
