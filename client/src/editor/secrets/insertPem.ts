// Puts a PEM file into a connection: by its path, as text, or, where it is a private key, as a secret.
import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { l10n, type Uri } from 'vscode';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';
import { pathBelow } from '../../core/placeholders/fileBelow.ts';
import { readLiveString, replaceLiveString } from '../files/liveString.ts';
import { sayNotChanged } from '../files/sayRefused.ts';
import { folderOf } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { pick, refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { askSecretNameFor } from './askSecretName.ts';
import { type PickedFile, pickTextFile } from './pickTextFile.ts';
import { storeUnlessTaken } from './storeSecretValue.ts';

/** `pointer` is the JSON Pointer of the string that the file's text is for. */
export async function insertPem(
  services: Uses<'locate' | 'log' | 'prepareRequest' | 'secrets'>,
  uri: Uri | undefined,
  pointer: string | undefined,
): Promise<void> {
  const isNamed = uri && pointer !== undefined;
  const old = isNamed ? await readLiveString(services, uri, pointer) : undefined;
  if (!isNamed || old === undefined) {
    return refuse(l10n.t('There is no text at this place that a PEM file could stand for.'));
  }
  const picked = await pickTextFile(title(), {
    [l10n.t('PEM files')]: ['pem', 'crt', 'cer', 'key'],
    [l10n.t('All files')]: ['*'],
  });
  const wrong = picked.kind === 'unreadable' ? picked.reason : notPem(picked.text);
  if (picked.kind === 'unreadable' || wrong) return refuse(l10n.t('Nothing was inserted: {0}', wrong ?? ''));
  const written = await chooseForm(services, uri, pointer, picked);
  const replaced = await replaceLiveString(services, uri, pointer, old, written);
  if (replaced.kind === 'refused') await sayNotChanged(services, { file: uri, refused: replaced });
  if (replaced.kind === 'changed') {
    await say.warning(l10n.t('The file has changed and was not edited. Try again.'));
  }
}

function title(): string {
  return l10n.t('Insert PEM file');
}

function notPem(text: string): string | undefined {
  return /-----BEGIN [A-Z0-9 ]+-----/.test(text)
    ? undefined
    : l10n.t('the file has no line that says {0}.', '-----BEGIN …-----');
}

type PickedText = Extract<PickedFile, { kind: 'text' }>;

/** What to write into the connection file; a private key's text never. */
async function chooseForm(
  services: Uses<'prepareRequest' | 'secrets'>,
  uri: Uri,
  pointer: string,
  { uri: file, text }: PickedText,
): Promise<string> {
  const path = await pathInFolder(uri, file);
  const isPrivateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
  const asFile = path
    ? [{ label: l10n.t('Name the file'), description: writePlaceholder({ kind: 'file', name: path }) }]
    : [];
  const asText = isPrivateKey
    ? { label: l10n.t('Store it as a secret'), description: '${secret:NAME}' }
    : { label: l10n.t('Insert its text'), description: l10n.t('line breaks as {0}', '\\n') };
  const options = {
    title: title(),
    placeHolder: l10n.t('How the connection file shall say it'),
  };
  const chosen = path ? await pick([...asFile, asText], options) : asText;
  if (path && chosen !== asText) return writePlaceholder({ kind: 'file', name: path });
  if (!isPrivateKey) return text.replaceAll('\r\n', '\n');
  const name = await askSecretNameFor(services, title(), uri, pointer);
  await storeUnlessTaken(services, name, text);
  return writePlaceholder({ kind: 'secret', name });
}

/** The path as `${file:PATH}` takes it; undefined where the file lies outside the connection file's folder. */
async function pathInFolder(uri: Uri, file: Uri): Promise<string | undefined> {
  const folder = await folderOf(uri);
  if (folder === undefined || file.scheme !== 'file') return undefined;
  const path = pathBelow(folder, await realpath(file.fsPath));
  return path === undefined || /[{}]/.test(path) ? undefined : path.split(sep).join('/');
}
