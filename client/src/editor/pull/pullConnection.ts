// Opens a connection that Atlas has as a file: one of the Connections view, or one of the target that a person picks.

import { l10n, type Uri, workspace } from 'vscode';
import type { FileSecret } from '../../../../server/src/deployedProtocol.ts';
import type { JsonObject } from '../../core/json.ts';
import type { ConnectionPlace } from '../../core/place.ts';
import type { MakeFile } from '../../core/pull/makeFile.ts';
import { openSession } from '../credentials/openSession.ts';
import { pickFileOf } from '../files/askFileOf.ts';
import { typeAt } from '../files/fileAt.ts';
import type { ConnectionFile } from '../files/namedFiles.ts';
import { openNewFile } from '../files/openNewFile.ts';
import { showFile } from '../files/showFile.ts';
import { filePath } from '../files/workspaceFile.ts';
import { storeGiven } from '../secrets/storeGiven.ts';
import type { Uses } from '../services.ts';
import { askTargetScope } from '../target/askScope.ts';
import { placeInUse } from '../target/placeInUse.ts';
import { listDeployed, readDeployed } from '../target/readDeployed.ts';
import { cancel, lookFor, pick, refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { withoutIcons } from '../window/withoutIcons.ts';
import { askPullFolder } from './askPullFolder.ts';
import { lookAround } from './lookAround.ts';
import { placeFiles } from './placeFiles.ts';
import { type Replacement, replaceAsking, tooDeep } from './pulledFile.ts';
import type { Pulling } from './pulling.ts';

const title = () => l10n.t('Open connection as file');

/** A file that is there already is never replaced before its diff was seen. */
export async function pullConnection(services: Pulling, node: ConnectionPlace | undefined): Promise<void> {
  const connection = node ? await readNode(services, node) : await pickDeployed(services);
  const hasFolder = (workspace.workspaceFolders ?? []).length > 0;
  const folder = hasFolder ? await askPullFolder(title()) : undefined;
  const { files, makeFile } = await lookFor(l10n.t('Looking at the connection files there are…'), (signal) =>
    lookAround(services, folder, signal),
  );
  const uri = folder && (await askPlace(folder, connection, files));
  if (uri && (await typeAt(uri)) !== undefined) await openExisting(services, { uri, connection, makeFile });
  else await openAsNew(services, uri, connection, makeFile);
}

/** Of several files that have its name, the one that the person picks. */
async function askPlace(
  folder: Uri,
  connection: JsonObject,
  files: readonly ConnectionFile[],
): Promise<Uri | undefined> {
  const uris = placeFiles(folder, [connection], files).flatMap((placed) => placed.uris);
  return uris.length > 1 ? pickFileOf(String(connection.name), title(), uris) : uris[0];
}

async function readNode(services: Pulling, node: ConnectionPlace): Promise<JsonObject> {
  await openSession(services, node.credential);
  const found = await readDeployed(services, node);
  if (found !== 'absent') return found;
  services.view.refreshInstance(node);
  return refuse(
    l10n.t('The connection “{name}” is no longer in {tenantName}, so there is nothing to open.', {
      name: node.name,
      tenantName: node.tenantName,
    }),
  );
}

async function pickDeployed(services: Pulling): Promise<JsonObject> {
  const scope = await askTargetScope(services, title());
  const place = await placeInUse(services, scope);
  const all = await listDeployed(services, place, scope);
  if (all.length === 0) {
    await say.information(l10n.t('There are no connections in {0} yet.', place.tenantName));
    return cancel();
  }
  const items = all.map((connection) => ({
    label: withoutIcons(String(connection.name)),
    description: [connection.type, connection.state].filter((text) => typeof text === 'string').join(' · '),
    connection,
  }));
  const options = {
    title: title(),
    placeHolder: l10n.t('The connection to open'),
    matchOnDescription: true,
  };
  const picked = await pick(items, options);
  // The list may be old by now, and the one answer is the whole of it.
  const name = String(picked.connection.name);
  const found = await readDeployed(services, { ...place, name }, scope);
  if (found !== 'absent') return found;
  return refuse(l10n.t('The connection “{0}” was deleted meanwhile, so there is nothing to open.', name));
}

async function openExisting(
  services: Uses<'compare' | 'forgetRefusal' | 'log' | 'pulled'>,
  replacement: Replacement,
): Promise<void> {
  const { uri } = replacement;
  const end = await replaceAsking(services, replacement);
  if (end !== 'same' && end !== 'replaced') return;
  if (!(await showFile(services, uri))) return;
  await say.information(
    end === 'same'
      ? l10n.t('{0} is there already and says what Atlas has. Secrets cannot be compared.', filePath(uri))
      : l10n.t('{0} now says what Atlas has. Secrets cannot be compared.', filePath(uri)),
  );
}

async function openAsNew(
  services: Uses<'log' | 'secrets'>,
  uri: Uri | undefined,
  connection: JsonObject,
  makeFile: MakeFile,
): Promise<void> {
  const file = await makeFile(connection);
  if (!file) return refuse(tooDeep(connection));
  if (!(await openNewFile(services, uri, file.text))) return;
  await storeGiven(services, connection, file.secrets, opened(connection, file.secrets));
}

function opened({ name }: JsonObject, secrets: readonly FileSecret[]): string {
  const names = secrets.map((secret) => secret.name).join(', ');
  const said = l10n.t('This is the connection “{0}” as Atlas has it.', String(name));
  return names ? `${said} ${l10n.t('Store its secrets by the lenses above them: {0}.', names)}` : said;
}
