// The questions before a connection is deleted: whether, with all that hangs on it, and its name typed by hand.

import { l10n, type Uri } from 'vscode';
import type { Processor } from '../../core/atlas/resources.ts';
import type { ConnectionPlace } from '../../core/place.ts';
import { fileLine } from '../files/describeFile.ts';
import { describePlace } from '../target/describePlace.ts';
import { agree, type } from '../window/ask.ts';
import { shortenLines } from '../window/shorten.ts';

/** What shall be deleted, and who asks Atlas for it. */
export interface Deletion {
  readonly place: ConnectionPlace;
  /** The one that says its name, where it is not one of the view. */
  readonly file?: Uri;
}

/** `users`: the processors that use it; undefined where Atlas does not tell. */
export async function confirmDeletion(
  { place, file }: Deletion,
  users: readonly Processor[] | undefined,
): Promise<void> {
  const { name, tenantName } = place;
  const detail = [
    ...(file ? [fileLine(file)] : []),
    ...describePlace(place),
    '',
    ...describeUsers(users),
    l10n.t('This cannot be undone. You will be asked for its name next.'),
  ];
  const question = l10n.t('Delete the connection “{0}” from Atlas?', name);
  await agree('warning', question, detail.join('\n'), l10n.t('Delete Connection'));
  await type({
    title: l10n.t('Delete connection'),
    prompt: l10n.t('Type {name} to delete this connection from {tenantName}.', { name, tenantName }),
    validateInput: (text) => (text === name ? undefined : l10n.t('Type {0}, or press Escape to keep it.', name)),
  });
}

/** Names that a question has room for. */
const shownAtMost = 10;

function describeUsers(users: readonly Processor[] | undefined): string[] {
  if (!users) return [l10n.t('Which stream processors use it could not be found out.')];
  if (users.length === 0) return [l10n.t('No stream processor uses it.')];
  return [
    l10n.t('Used by stream processors; Atlas refuses while one of them runs:'),
    ...shortenLines(
      users.map((user) => `• ${nameWithState(user)}`),
      shownAtMost,
    ),
    '',
  ];
}

/** A processor as `name (STATE)`. */
export function nameWithState({ name, state }: Processor): string {
  return state === undefined ? name : `${name} (${state})`;
}
