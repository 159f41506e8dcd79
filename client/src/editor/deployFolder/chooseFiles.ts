// Which connection files a person means by folders and files of the explorer, or by the workspace.
import { FileType, l10n, type Uri, workspace } from 'vscode';
import { typeAt } from '../files/fileAt.ts';
import { findConnectionFiles } from '../files/findConnectionFiles.ts';
import { cancel, lookFor, pick, refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';

export interface ChosenFiles {
  /** The folders and files that were chosen. */
  readonly places: readonly Uri[];
  /** What they were chosen by: a folder, a file, or the selection. */
  readonly title: string;
  readonly files: readonly Uri[];
}

/** More than any stream instance has connections. */
const filesAtMost = 500;

/** Files that are looked through for those. */
const foundAtMost = 10_000;

/** Folders give every connection file below them. Where there are none, says so, which ends the command. */
export async function chooseFiles(selected: readonly Uri[]): Promise<ChosenFiles> {
  const places = selected.length > 0 ? selected : await askFolder();
  const found = await lookFor(l10n.t('Looking at the connection files there are…'), async (signal) => {
    const all = await Promise.all(places.map((place) => filesAt(place, signal)));
    return signal.aborted ? undefined : all;
  });
  if (found.some((files) => files === undefined)) {
    return refuse(l10n.t('Choose folders or *.streamconn.json files of this workspace in the explorer.'));
  }
  const files = [...new Map(found.flatMap((some) => some ?? []).map((uri) => [uri.toString(), uri])).values()];
  const [only] = places;
  const title = places.length === 1 && only ? nameOf(only) : l10n.t('the selection');
  if (files.length === 0) {
    await say.information(l10n.t('There are no *.streamconn.json files in {0}.', title));
    return cancel();
  }
  if (files.length <= filesAtMost) return { places, title, files };
  const tooMany = l10n.t('{0} has more than {1} connection files, so nothing was sent.', title, filesAtMost);
  return refuse(`${tooMany} ${l10n.t('Choose a folder in it, or some of the files.')}`);
}

async function askFolder(): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    return refuse(l10n.t('Open the folder with your *.streamconn.json files first.'));
  }
  if (folders.length === 1) return folders.map(({ uri }) => uri);
  const items = folders.map(({ name, uri }) => ({ label: name, description: uri.path, uri }));
  const picked = await pick(items, { title: l10n.t('Deploy folder'), placeHolder: l10n.t('The folder to deploy') });
  return [picked.uri];
}

/** Undefined for what is neither a folder nor a connection file of the workspace. */
async function filesAt(place: Uri, signal: AbortSignal): Promise<readonly Uri[] | undefined> {
  const root = workspace.getWorkspaceFolder(place);
  const type = root && (await typeAt(place));
  if (!root || type === undefined) return undefined;
  if ((type & FileType.Directory) === 0) return place.path.endsWith('.streamconn.json') ? [place] : undefined;
  // From the root on, for what hides files is written from there. VS Code leaves out what “files.exclude” names.
  const all = (await findConnectionFiles(signal, foundAtMost, root)) ?? [];
  const folder = place.path.endsWith('/') ? place.path : `${place.path}/`;
  return all.filter(({ path }) => path.startsWith(folder));
}

function nameOf(uri: Uri): string {
  const root = workspace.getWorkspaceFolder(uri);
  return root?.uri.toString() === uri.toString() ? root.name : workspace.asRelativePath(uri);
}
