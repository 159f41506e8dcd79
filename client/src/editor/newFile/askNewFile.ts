// Asks where a new connection file shall be and what its connection is called; a file that exists is never written to.
import { FileType, InputBoxValidationSeverity, l10n, Uri, workspace } from 'vscode';
import { connectionFileName } from '../../core/pull/connectionFileName.ts';
import { askFolder } from '../files/askFolder.ts';
import { typeAt } from '../files/fileAt.ts';
import { showFile } from '../files/showFile.ts';
import { filePath } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { cancel, pick, refuse, type } from '../window/ask.ts';
import { say } from '../window/say.ts';

export interface NewFile {
  readonly name: string;
  readonly uri: Uri;
}

export interface NameQuestion {
  readonly title: string;
  readonly example: string;
  /** The name to begin with. */
  readonly value?: string;
  /** The only names there are; none where the person finds one. */
  readonly names?: readonly string[];
}

/** `given` is the folder that the command was called on. Where the file exists, it can be opened instead, which ends the command. */
export async function askNewFile(
  services: Uses<'log'>,
  question: NameQuestion,
  given: Uri | undefined,
): Promise<NewFile> {
  const called = given && (await folderAt(given));
  const name = await askName(question);
  const folder = called ?? (await askNewFolder(question.title));
  return newFileIn(services, folder, question, name);
}

async function newFileIn(services: Uses<'log'>, folder: Uri, question: NameQuestion, name: string): Promise<NewFile> {
  const uri = Uri.joinPath(folder, connectionFileName(name));
  if ((await typeAt(uri)) === undefined) return { name, uri };
  await askAnother(services, uri);
  return newFileIn(services, folder, question, await askName({ ...question, value: name }));
}

/** Says that a file is there. It ends the command unless the person wants another name. */
async function askAnother(services: Uses<'log'>, uri: Uri): Promise<void> {
  const another = l10n.t('Choose Another Name');
  const open = l10n.t('Open It');
  const message = l10n.t('{0} exists already. It stays as it is.', filePath(uri));
  const answer = await say.warning(message, { modal: true }, another, open);
  if (answer === open) await showFile(services, uri);
  if (answer !== another) cancel();
}

function askNewFolder(title: string): Promise<Uri> {
  return askFolder({ title, placeHolder: l10n.t('The folder for the new file'), openLabel: l10n.t('Create Here') });
}

/** The folder itself, or the one that a file is in. */
async function folderAt(given: Uri): Promise<Uri> {
  // An address that any program may give can have steps upwards in it.
  const uri = given.path.startsWith('/') ? Uri.joinPath(given, '.') : given;
  const found = workspace.getWorkspaceFolder(uri) && (await typeAt(uri));
  if (found === undefined) {
    return refuse(l10n.t('The new file needs a folder of this workspace. Choose one in the explorer.'));
  }
  return (found & FileType.Directory) === 0 ? Uri.joinPath(uri, '..') : uri;
}

async function askName({ title, example, value, names = [] }: NameQuestion): Promise<string> {
  if (names.length > 0) {
    const items = names.map((label) => ({ label }));
    return (await pick(items, { title, placeHolder: l10n.t('The name decides what it is') })).label;
  }
  const name = await type({
    title,
    prompt: l10n.t('The name of the connection; the file is named after it'),
    placeHolder: example,
    ...(value === undefined ? {} : { value }),
    validateInput: (text) => nameFault(text.trim()),
  });
  return name.trim();
}

/** Atlas is the judge of names, so what only its clients refuse is a warning. */
function nameFault(name: string) {
  if (name === '') return l10n.t('Type a name, or press Escape to cancel.');
  if (/^[A-Za-z0-9_-]{1,64}$/.test(name)) return undefined;
  const message = l10n.t(
    'Better use 1 to 64 letters, digits, hyphens and underscores: Atlas’ own clients take no other.',
  );
  return { message, severity: InputBoxValidationSeverity.Warning };
}
