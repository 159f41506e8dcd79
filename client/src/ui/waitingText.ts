// The words for waiting on a connection: what the status bar says meanwhile, and how the end is told.
import type { Goal, Sight, WaitEnd } from '../atlas/waitFor.ts';
import type { ConnectionAddress } from '../view/nodes.ts';

export interface ToldEnd {
  readonly kind: 'information' | 'error';
  readonly text: string;
}

/** `sight` as one word or two. */
export function describeSight(sight: Sight): string {
  switch (sight.kind) {
    case 'state':
      return sight.state;
    case 'missing':
      return 'not seen yet';
    case 'noAnswer':
      return 'no answer';
  }
}

/** How the waiting ended; undefined where the person who stopped it needs no word. */
export function describeEnd(goal: Goal, { name, tenantName }: ConnectionAddress, end: WaitEnd): ToldEnd | undefined {
  const it = `The connection “${name}” in ${tenantName}`;
  const gaveUp = `No longer waiting for the connection “${name}” in ${tenantName}.`;
  switch (end.kind) {
    case 'ready':
      return { kind: 'information', text: `${it} is READY.` };
    case 'failed':
      return { kind: 'error', text: `${it} has FAILED. ${nextAfterFailed[goal]}` };
    case 'gone':
      return goal === 'gone'
        ? { kind: 'information', text: `${it} is deleted.` }
        : { kind: 'error', text: `${it} is not there any more: it was deleted meanwhile, or never came to be.` };
    case 'gaveUp':
      return { kind: 'error', text: `${gaveUp} ${end.reason}` };
    case 'tooLong':
      return { kind: 'error', text: `${gaveUp} It took more than an hour: look at it in Atlas.` };
    case 'stopped':
      return undefined;
  }
}

const nextAfterFailed: Readonly<Record<Goal, string>> = {
  ready: 'Atlas does not say why: check what it connects to, then update it, or delete it and create it anew.',
  gone: 'Atlas did not take it away: try again, or look at it in Atlas.',
};
