// Waits for connections in the background: one item in the status bar for all of them, one message at the end.

import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { type Goal, type Sight, waitFor } from '../../core/deploy/waitFor.ts';
import { type ConnectionPlace, connectionKey, instanceKey } from '../../core/place.ts';
import type { AtlasSessions } from '../credentials/atlasSessions.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { ExchangeLog } from '../window/exchangeLog.ts';
import { withoutIcons } from '../window/withoutIcons.ts';
import { gather } from './gather.ts';
import { type Ended, type ReplaceCredential, tell, tellTogether } from './tellEnds.ts';
import { createWaitingLooks } from './waitingLooks.ts';
import { describeEnd, describeSight } from './waitingText.ts';

export interface WaitingList extends Disposable {
  /**
   * Waits for one connection, in place of an earlier wait for it. `state` is what Atlas has said of it since it
   * was sent; where it has said none, as after an update, there is no word where it is READY and stays so. Ends when the
   * wait has ended, before its message is closed.
   */
  begin(place: ConnectionPlace, goal: Goal, state: string | undefined): Promise<void>;
  /**
   * The same until several of an instance are READY or will not be: one message for all that are READY in the end, and before
   * that one for all that end in another way at about the same time.
   */
  beginTogether(waits: readonly Begun[]): Promise<void>;
  /** Asks which wait to stop, where there are several. */
  askToStop(): Promise<void>;
}

/** A connection, and what Atlas has said of its state since it was sent; undefined where it was updated. */
export interface Begun {
  readonly place: ConnectionPlace;
  readonly state: string | undefined;
}

interface Running {
  readonly place: ConnectionPlace;
  readonly stop: AbortController;
  /** Undefined before the first look: then it is not shown. */
  said: string | undefined;
}

export interface WaitingOptions {
  readonly atlas: AtlasSessions;
  readonly log: Pick<ExchangeLog, 'bug'>;
  /** Called after each wait, but not where a person stopped it. */
  readonly onEnd: (place: ConnectionPlace) => void;
  /** For where it is the credential that ended a wait. */
  readonly replaceCredential: ReplaceCredential;
}

export function createWaitingList({ atlas, log, onEnd, replaceCredential }: WaitingOptions): WaitingList {
  const running = new Map<string, Running>();
  const gatherings: Disposable[] = [];
  const looks = createWaitingLooks(atlas);
  const item = createItem();
  const redraw = () => draw(item, [...running.values()]);

  /** Undefined where there is no word about the end. */
  const wait = async (place: ConnectionPlace, goal: Goal, state: string | undefined) => {
    const key = connectionKey(place);
    running.get(key)?.stop.abort();
    const own: Running = { place, stop: new AbortController(), said: state };
    running.set(key, own);
    redraw();
    const onSight = (sight: Sight) => {
      own.said = describeSight(sight);
      redraw();
    };
    const look = (signal: AbortSignal) => looks.at(place, isOneOfMany(place, running.values()), signal);
    const { signal } = own.stop;
    const end = await waitFor({ goal, mayBeStale: state === undefined, signal, look, onSight }).finally(() => {
      if (running.get(key) === own) running.delete(key);
      redraw();
    });
    if (end.kind !== 'stopped') onEnd(place);
    return end.kind === 'ready' && own.said === undefined ? undefined : end;
  };

  // A message may lie open for long.
  const tellAlike = (ends: readonly Ended[]) => inBackground(log, 'waiting', tellTogether(ends, replaceCredential));
  return {
    begin: async (place, goal, state) => {
      const end = await wait(place, goal, state);
      if (end) inBackground(log, 'waiting', tell(describeEnd(goal, place, end), end, place, replaceCredential));
    },
    beginTogether: async (waits) => {
      // What is wrong is told while others are still waited for.
      const others = gather(moment, tellAlike);
      gatherings.push(others);
      const ends = waits.map(async ({ place, state }) => {
        const ended = { place, end: await wait(place, 'ready', state) };
        if (ended.end?.kind === 'ready') return ended;
        others.add(ended);
        return [];
      });
      tellAlike((await Promise.all(ends)).flat());
    },
    askToStop: async () => {
      (await pick([...running.values()]))?.stop.abort();
    },
    dispose: () => {
      for (const gathering of gatherings) gathering.dispose();
      for (const { stop } of running.values()) stop.abort();
      looks.stop();
      item.dispose();
    },
  };
}

/** Milliseconds in which those that end for one reason come to their end. */
const moment = 2_000;

/** Waits of an instance that look one by one; more would use up what requests Atlas allows a project. */
const aloneAtMost = 5;

function isOneOfMany(place: ConnectionPlace, all: Iterable<Running>): boolean {
  const instance = instanceKey(place);
  return [...all].filter((wait) => instanceKey(wait.place) === instance).length > aloneAtMost;
}

function createItem(): StatusBarItem {
  const item = window.createStatusBarItem('streamconn.waiting', StatusBarAlignment.Left, 0);
  item.name = l10n.t('Stream Connections: waiting');
  item.command = 'streamconn.stopWaiting';
  return item;
}

/** Characters of a name that the status bar has room for. */
const nameAtMost = 30;

function draw(item: StatusBarItem, all: readonly Running[]): void {
  const shown = all.filter(({ said }) => said !== undefined);
  const [first, ...others] = shown;
  if (!first) {
    item.hide();
    return;
  }
  const { name } = first.place;
  const short = name.length > nameAtMost ? `${name.slice(0, nameAtMost)}…` : name;
  const text = others.length > 0 ? l10n.t('{0} connections', shown.length) : `${short}: ${first.said}`;
  const lines = shown.map(({ place: { name, tenantName }, said = '' }) =>
    l10n.t('{name} in {tenantName}: {said}', { name, tenantName, said }),
  );
  item.text = `$(sync~spin) ${withoutIcons(text)}`;
  item.tooltip = [l10n.t('Waiting for Atlas'), ...lines, l10n.t('Click to stop waiting; Atlas goes on.')].join('\n');
  item.accessibilityInformation = { label: `${l10n.t('Waiting for Atlas.')} ${lines.join('. ')}`, role: 'button' };
  item.show();
}

async function pick(all: readonly Running[]): Promise<Running | undefined> {
  if (all.length < 2) return all[0];
  const items = all.map((wait) => ({
    label: wait.place.name,
    description: [wait.place.tenantName, wait.said].filter(Boolean).join(' · '),
    wait,
  }));
  const options = {
    title: l10n.t('Stop waiting'),
    placeHolder: l10n.t('Which connection not to wait for. Atlas goes on.'),
  };
  return (await window.showQuickPick(items, options))?.wait;
}
