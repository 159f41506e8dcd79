// The words for waiting on a connection: what the status bar says meanwhile, and how the end is told.
import * as l10n from '@vscode/l10n';
import { nextAfterFailed } from '../../core/atlas/states.ts';
import type { Goal, Sight, WaitEnd } from '../../core/deploy/waitFor.ts';
import type { ConnectionPlace } from '../../core/place.ts';
import { shorten } from '../window/shorten.ts';

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
      return l10n.t('not seen yet');
    case 'noAnswer':
      return l10n.t('no answer');
  }
}

/** How the waiting ended; undefined where the person who stopped it needs no word. */
export function describeEnd(goal: Goal, { name, tenantName }: ConnectionPlace, end: WaitEnd): ToldEnd | undefined {
  const place = { name, tenantName };
  const gaveUp = l10n.t('No longer waiting for the connection “{name}” in {tenantName}.', place);
  switch (end.kind) {
    case 'ready':
      return { kind: 'information', text: l10n.t('The connection “{name}” in {tenantName} is READY.', place) };
    case 'failed':
      return {
        kind: 'error',
        text: `${l10n.t('The connection “{name}” in {tenantName} has FAILED.', place)} ${goal === 'ready' ? nextAfterFailed() : nextAfterStaying()}`,
      };
    case 'gone':
      return goal === 'gone'
        ? { kind: 'information', text: l10n.t('The connection “{name}” in {tenantName} is deleted.', place) }
        : {
            kind: 'error',
            text: l10n.t(
              'The connection “{name}” in {tenantName} is not there any more: it was deleted meanwhile, or never came to be.',
              place,
            ),
          };
    case 'gaveUp':
      return { kind: 'error', text: `${gaveUp} ${end.reason}` };
    case 'tooLong':
      return { kind: 'error', text: `${gaveUp} ${l10n.t('It took more than an hour: look at it in Atlas.')}` };
    case 'stopped':
      return undefined;
  }
}

/** Names that a message has room for. */
const namesAtMost = 5;

/**
 * How the waiting for several connections of one instance ended that shall be READY, where it ended in the same way;
 * undefined where the person who stopped it needs no word.
 */
export function describeEndOfAll(all: readonly ConnectionPlace[], end: WaitEnd): ToldEnd | undefined {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first && describeEnd('ready', first, end);
  const names = all.map(({ name }) => name);
  const place = { count: all.length, tenantName: first.tenantName, names: shorten(names, namesAtMost) };
  const gaveUp = l10n.t('No longer waiting for {count} connections in {tenantName}: {names}.', place);
  switch (end.kind) {
    case 'ready':
      return { kind: 'information', text: l10n.t('{count} connections in {tenantName} are READY: {names}.', place) };
    case 'failed':
      return {
        kind: 'error',
        text: `${l10n.t('{count} connections in {tenantName} have FAILED: {names}.', place)} ${nextAfterAllFailed()}`,
      };
    case 'gone':
      return {
        kind: 'error',
        text: l10n.t(
          '{count} connections in {tenantName} are not there any more: {names}. They were deleted meanwhile, or never came to be.',
          place,
        ),
      };
    case 'gaveUp':
      return { kind: 'error', text: `${gaveUp} ${end.reason}` };
    case 'tooLong':
      return { kind: 'error', text: `${gaveUp} ${l10n.t('It took more than an hour: look at them in Atlas.')}` };
    case 'stopped':
      return undefined;
  }
}

function nextAfterAllFailed(): string {
  return l10n.t(
    'Atlas does not say why: check what they connect to, then update them, or delete them and create them anew.',
  );
}

/** Of one that should be gone. */
function nextAfterStaying(): string {
  return l10n.t('Atlas did not take it away: try again, or look at it in Atlas.');
}
