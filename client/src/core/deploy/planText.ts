// Words for the steps of a plan: what happens to a file, and why nothing does.

import * as l10n from '@vscode/l10n';
import { toDotted } from '../../../../server/src/jsonPointer.ts';
import { describeUnready } from '../atlas/states.ts';
import type { SeenSource } from '../placeholders/look.ts';
import { type Fault, isSendable, type PlannedFile, type Step, unreadyIn } from './plan.ts';

/** The heading of a group of files. */
export function stepHeading(kind: Step['kind']): string {
  switch (kind) {
    case 'create':
      return l10n.t('Create');
    case 'update':
      return l10n.t('Update');
    case 'upToDate':
      return l10n.t('Up to date');
    case 'immutable':
      return l10n.t('Cannot be updated');
    case 'faulty':
      return l10n.t('Faulty');
  }
}

/** What a person should know of a file before deciding: sentences, none where all is plain. */
export function describePlanned({ file, step }: PlannedFile): string[] {
  const unsaved = file.isUnsaved
    ? [l10n.t('Has unsaved changes: what the editor shows is sent, and what is on the disk is not.')]
    : [];
  if (isSendable(step)) return [...describeState(step), ...unsaved, ...missingSecrets(step.sources)];
  return [whyNotSent(step), ...describeState(step)];
}

/** Where something can be done about it by sending the file, that is said, too. */
function describeState(step: Step): string[] {
  const state = unreadyIn(step);
  if (state === undefined) return [];
  return [isSendable(step) ? describeUnready(state) : l10n.t('Its state is {0}.', state)];
}

/** A note on a secret says that it is not stored. */
function missingSecrets(sources: readonly SeenSource[]): string[] {
  const missing = sources.filter(({ kind, note }) => kind === 'secret' && note !== undefined).map(({ name }) => name);
  return missing.length === 0 ? [] : [l10n.t('Not stored, so you will be asked for: {0}.', missing.join(', '))];
}

/** Why a file is not sent, with the next step. */
export function whyNotSent(step: Exclude<Step, { readonly sources: unknown }>): string {
  if (step.kind === 'faulty') return describeFault(step.fault);
  const places = step.comparison.immutable.map(toDotted).join(', ');
  return l10n.t(
    'This stays as it was created: {0}. Deploy the file alone to delete the connection and create it anew.',
    places,
  );
}

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'unreadable':
      return l10n.t('The file cannot be read as text.');
    case 'unchecked':
      return l10n.t('The file could not be checked because of an internal error. Please report what the log says.');
    case 'otherLanguage':
      return l10n.t('The file is open in another language mode. Change it to Stream Connection.');
    case 'noName':
      return l10n.t('The file has no "name". Write one into it.');
    case 'placeholderName':
      return l10n.t('The name of the connection is a placeholder. Write the name itself into the file.');
    case 'tooDeep':
      return l10n.t('It cannot be compared with what Atlas has: one of the two nests too deeply.');
    case 'beingDeleted':
      return l10n.t('The connection is being deleted in Atlas. Deploy the file once it is gone.');
    case 'unsendable':
      return fault.reason;
    case 'errors':
      return fault.count === 1
        ? l10n.t('It has one error that Atlas would refuse. Correct it, or deploy the file alone to send it anyway.')
        : l10n.t(
            'It has {0} errors that Atlas would refuse. Correct them, or deploy the file alone to send it anyway.',
            fault.count,
          );
    case 'sameName':
      return l10n.t(
        'The connection “{0}” is also in {1}. Keep one of them, or give them different names.',
        fault.name,
        fault.others.join(', '),
      );
    case 'source':
      return fault.reason;
  }
}
