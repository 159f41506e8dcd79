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
  /** A change has it set up anew: PENDING for `pending` looks, then `end`. */
  readonly isSetUpAnew?: boolean;
  /** How many looks right after a change or deletion find it as it was before; 0 if absent. */
  stale?: number;
  /** As it was before. */
  before?: Json;
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

/** The state of a connection that is changed. */
export function changedState({ isSetUpAnew }: Fate, present: Json): string {
  return isSetUpAnew ? 'PENDING' : String(present.state);
}

/** Puts `next` in the place of what is there, which the first looks may find still. */
export function put({ fates }: State, { connections }: Instance, name: string, next: Json): void {
  const [fate, before] = [fates.get(name), connections.get(name)];
  if (fate && before) fate.before = before;
  connections.set(name, next);
}

/** The connection as a request finds it; afterwards things have moved on. */
export function look(state: State, { connections }: Instance, name: string): Json | undefined {
  const connection = connections.get(name);
  if (!connection || isHidden(state, name)) return undefined;
  const fate = state.fates.get(name) ?? {};
  if (fate.before && fate.stale) {
    fate.stale -= 1;
    return fate.before;
  }
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
