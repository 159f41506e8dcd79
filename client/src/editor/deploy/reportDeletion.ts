// Says why a connection was not deleted.
import { l10n } from 'vscode';
import type { Processor } from '../../core/atlas/resources.ts';
import type { Failure } from '../../core/failure.ts';
import { describeFailure } from '../../core/failureText.ts';
import { withFile } from '../files/describeFile.ts';
import type { Uses } from '../services.ts';
import { tell, waysOut } from '../target/failures.ts';
import { type Deletion, nameWithState } from './confirmDeletion.ts';

/** Where processors are in the way, which: `users` are those that use it. */
export async function reportDeletionFailed(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'workspaceState'>,
  failure: Failure,
  { place, file }: Deletion,
  users: readonly Processor[] | undefined,
): Promise<void> {
  const isUsed = failure.kind === 'refused' && failure.error.errorCode === 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS';
  const named = isUsed && users?.length ? l10n.t('It is used by {0}.', users.map(nameWithState).join(', ')) : '';
  const what =
    'maybeDone' in failure && failure.maybeDone
      ? l10n.t('Whether the connection “{0}” was deleted is not known.', place.name)
      : l10n.t('The connection “{0}” was not deleted.', place.name);
  const said = [what, describeFailure(failure), named].join(' ').trim();
  const message = file ? withFile(said, file) : said;
  await tell(message, waysOut(services, failure, place, file));
}
