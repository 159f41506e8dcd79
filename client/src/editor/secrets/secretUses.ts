// Which connection files of the workspace name which secrets: as the editor shows them, or else as they are on the disk.
import { TabInputText, type TextDocument, type Uri, window, workspace } from 'vscode';
import { untilAborted } from '../../core/atlas/waiting.ts';
import { secretNamesIn } from '../../core/placeholders/secretNames.ts';
import { findConnectionFiles } from '../files/findConnectionFiles.ts';
import { filePath, isOwnFile } from '../files/workspaceFile.ts';

export interface SecretUses {
  readonly files: readonly NamingFile[];
  /** Whether that is every file: not where there are very many, or very large ones, or time ran out. */
  readonly isComplete: boolean;
}

export interface NamingFile {
  readonly uri: string;
  /** For people. */
  readonly path: string;
  readonly secretNames: readonly string[];
}

const filesAtMost = 1000;
const bytesAtMost = 1024 * 1024;
const atOnce = 25;

/** Looks through the workspace; undefined where `signal` aborts. */
export async function findSecretUses(signal: AbortSignal): Promise<SecretUses | undefined> {
  const uses = await search(signal);
  return signal.aborted ? undefined : uses;
}

/** What can be found in so many milliseconds; open files always are. */
export function findSecretUsesWithin(milliseconds: number): Promise<SecretUses> {
  return search(AbortSignal.timeout(milliseconds));
}

/** The paths of the files that name a secret, sorted. */
export function pathsNaming({ files }: SecretUses, secret: string): string[] {
  return files.flatMap(({ path, secretNames }) => (secretNames.includes(secret) ? path : [])).sort();
}

async function search(signal: AbortSignal): Promise<SecretUses> {
  const files: NamingFile[] = [];
  const add = (uri: Uri, text: string) => {
    files.push({ uri: uri.toString(), path: filePath(uri), secretNames: secretNamesIn(text) });
  };
  const open = openConnections();
  for (const document of open) add(document.uri, document.getText());
  const isOpen = new Set(open.map(({ uri }) => uri.toString()));
  const isComplete = (await untilAborted(readClosed(isOpen, add, signal), signal)) === true;
  return { files: [...files], isComplete };
}

/** Whether these are all, and each could be read. */
async function readClosed(
  isOpen: ReadonlySet<string>,
  add: (uri: Uri, text: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const all = await findConnectionFiles(signal, filesAtMost + 1);
  const closed = all?.filter((uri) => !isOpen.has(uri.toString())).slice(0, filesAtMost) ?? [];
  let isComplete = all !== undefined && all.length <= filesAtMost;
  for (let from = 0; from < closed.length && !signal.aborted; from += atOnce) {
    const some = closed.slice(from, from + atOnce);
    const texts = await Promise.all(some.map(read));
    for (const [index, text] of texts.entries()) {
      if (text === undefined) isComplete = false;
      else add(some[index] as Uri, text);
    }
  }
  return isComplete;
}

/** What a tab shows or a save would write. VS Code keeps others for a while, whose file may be gone. */
function openConnections(): TextDocument[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = new Set(tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri.toString()] : [])));
  return workspace.textDocuments.filter(
    ({ languageId, uri, isDirty }) =>
      languageId === 'streamconn' && isOwnFile(uri) && (isDirty || shown.has(uri.toString())),
  );
}

async function read(uri: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > bytesAtMost ? undefined : new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
