// Compares a connection file with the connection that Atlas has under its name. Nothing is sent.

import { l10n, type Uri } from 'vscode';
import type { ConnectionPlace, Place } from '../../core/place.ts';
import { openSession } from '../credentials/openSession.ts';
import { askFileOf } from '../files/askFileOf.ts';
import { withFile } from '../files/describeFile.ts';
import { openText } from '../files/liveText.ts';
import { pullConnection } from '../pull/pullConnection.ts';
import { placeInUse } from '../target/placeInUse.ts';
import { say } from '../window/say.ts';
import { askUnchecked, type PreparedFile } from './askPrepared.ts';
import { compareWithDeployed, uncomparedText } from './comparison.ts';
import type { Deploying } from './deploying.ts';
import { createConnection } from './sendConnection.ts';
import { showComparison } from './shownComparisons.ts';

/** `uri` is the file's; without it, an open one is found. With a node of the view, the file of its name. */
export async function compareWithAtlas(
  services: Deploying,
  node: ConnectionPlace | undefined,
  uri: Uri | undefined,
): Promise<void> {
  if (node) return compareNode(services, node);
  const prepared = await askUnchecked(services, uri);
  const open = await placeInUse(services, prepared.file);
  if ((await compareAt(services, open, prepared, prepared.file)) !== 'absent') return;
  const create = l10n.t('Create Connection');
  const place = { name: prepared.name, tenantName: open.tenantName };
  const message = l10n.t(
    'There is no connection “{name}” in {tenantName}, so there is nothing to compare with.',
    place,
  );
  if ((await say.information(withFile(message, prepared.file), create)) !== create) return;
  // Its tab may have been closed by now.
  await openText(prepared.file);
  await createConnection(services, prepared.file);
}

/** Where the node is, whatever the target of the settings. */
async function compareNode(services: Deploying, node: ConnectionPlace): Promise<void> {
  const { name, tenantName } = node;
  const file = await askFileOf(name, l10n.t('Compare with Atlas'));
  if (!file) {
    const openAsFile = l10n.t('Open As File');
    const message = l10n.t('No file of this workspace has the connection “{0}”, so there is nothing to compare.', name);
    if ((await say.information(message, openAsFile)) === openAsFile) await pullConnection(services, node);
    return;
  }
  // The language server knows what is open; a file that has just gone is said not to be.
  await openText(file);
  const prepared = await askUnchecked(services, file);
  await openSession(services, node.credential);
  if ((await compareAt(services, node, prepared, undefined)) !== 'absent') return;
  services.view.refreshInstance(node);
  const gone = l10n.t('The connection “{name}” is no longer in {tenantName}, so there is nothing to compare with.', {
    name,
    tenantName,
  });
  await say.information(withFile(gone, prepared.file));
}

/** Shows or says what differs; `absent` where Atlas has nothing under the name. */
export async function compareAt(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  scope: Uri | undefined,
): Promise<'absent' | undefined> {
  const { name } = prepared;
  const { tenantName } = place;
  const comparison = await compareWithDeployed(services, place, prepared, scope);
  if (comparison.kind !== 'compared') return comparison.kind;
  const { result } = comparison;
  if (result.upToDate) {
    const upToDate = l10n.t('“{name}” in {tenantName} matches the file.', { name, tenantName });
    await say.information(withFile(`${upToDate}${uncomparedText(result)}`, prepared.file));
  } else {
    await showComparison(services, { prepared, place, result });
  }
  return undefined;
}
