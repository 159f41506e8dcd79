// Which connection files of the workspace name which secrets: as the editor shows them, or else as they are on the disk.
import { CancellationTokenSource, TabInputText, type TextDocument, type Uri, window, workspace } from 'vscode';
import { secretNamesIn } from './placeholders/secretNames.ts';
import { isOwnFile } from './workspaceFile.ts';

export type SecretUses =
  | {
      readonly kind: 'found';
      /** Names of files for people, by the secret that they name. */
      readonly files: ReadonlyMap<string, readonly string[]>;
      /** Whether that is every file: not where there are very many, or very large ones. */
      readonly isComplete: boolean;
    }
  | { readonly kind: 'cancelled' };

const filesAtMost = 1000;
const bytesAtMost = 1024 * 1024;
const atOnce = 25;

/** Looks through the workspace; aborting `signal` ends it. */
export async function findSecretUses(signal: AbortSignal): Promise<SecretUses> {
  const open = openConnections();
  const isOpen = new Set(open.map(({ uri }) => uri.toString()));
  const all = await findFiles(signal);
  const closed = all.filter((uri) => !isOpen.has(uri.toString())).slice(0, filesAtMost);
  const uses = new Map<string, string[]>();
  const add = (uri: Uri, text: string) => {
    for (const name of secretNamesIn(text)) uses.set(name, [...(uses.get(name) ?? []), toName(uri)]);
  };
  for (const document of open) add(document.uri, document.getText());
  let isComplete = all.length <= filesAtMost;
  for (let from = 0; from < closed.length && !signal.aborted; from += atOnce) {
    const some = closed.slice(from, from + atOnce);
    const texts = await Promise.all(some.map(read));
    for (const [index, text] of texts.entries()) {
      if (text === undefined) isComplete = false;
      else add(some[index] as Uri, text);
    }
  }
  if (signal.aborted) return { kind: 'cancelled' };
  const files = new Map([...uses].map(([name, named]) => [name, named.toSorted()]));
  return { kind: 'found', files, isComplete };
}

/** One more than are read at the most, where there are as many. */
async function findFiles(signal: AbortSignal): Promise<readonly Uri[]> {
  const source = new CancellationTokenSource();
  const cancel = () => source.cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await workspace.findFiles('**/*.streamconn.json', '**/node_modules/**', filesAtMost + 1, source.token);
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
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

function toName(uri: Uri): string {
  return uri.scheme === 'untitled' ? uri.path : workspace.asRelativePath(uri);
}
