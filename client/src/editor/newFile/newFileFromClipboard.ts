// Makes a connection file of what the clipboard holds: an answer of Atlas, a request body, or another client's settings.
import { l10n, type Uri } from 'vscode';
import type { NewFileResult } from '../../../../server/src/newFileProtocol.ts';
import type { Intended } from '../../core/import/draft.ts';
import { nameLogin, withoutLogins } from '../../core/import/logins.ts';
import { withOwnValues } from '../../core/import/ownValues.ts';
import { readText } from '../../core/import/readText.ts';
import { type FoundSecret, findSecrets, type IsTaken, withPlaceholders } from '../../core/import/secrets.ts';
import { setAt } from '../../core/json.ts';
import { secretNamesIn } from '../../core/placeholders/secretNames.ts';
import { fileName } from '../files/fileAt.ts';
import { openNewFile } from '../files/openNewFile.ts';
import { howLong } from '../keyring/howLong.ts';
import { askConsent, settleNames } from '../secrets/askSecretNames.ts';
import { lookForNamesInUse } from '../secrets/namesInUse.ts';
import { type NamedValue, storeSecrets } from '../secrets/storeSecrets.ts';
import { clearClipboard } from '../secrets/storeSecretValue.ts';
import type { Uses } from '../services.ts';
import { pick, refuse } from '../window/ask.ts';
import { clipboardText } from '../window/clipboard.ts';
import { say } from '../window/say.ts';
import { askNewFile, type NewFile } from './askNewFile.ts';

/** A message has little room. */
const namedAtMost = 10;

const title = () => l10n.t('New connection file from clipboard');

export async function newFileFromClipboard(
  services: Uses<'fileOf' | 'log' | 'newFile' | 'secrets'>,
  folder: Uri | undefined,
): Promise<void> {
  // Read first: while the name is asked for, it may be the name that is copied.
  const text = await clipboardText(services);
  const knowledge = await services.newFile();
  const intake = readText(text, knowledge);
  if (intake.kind === 'notUnderstood') return refuse(`${l10n.t('No file was made.')} ${intake.reason}`);
  const intended = await pickOne(intake.connections);
  const value = typeof intended.connection.name === 'string' ? { value: intended.connection.name } : {};
  const made = await askNewFile(services, { title: title(), example: 'orders-kafka', ...value }, folder);
  await make(services, intended, made, knowledge, text);
}

async function pickOne(connections: readonly Intended[]): Promise<Intended> {
  const [first, ...others] = connections;
  if (first && others.length === 0) return first;
  const items = connections.map((intended) => {
    const { name, type } = intended.connection;
    return name === undefined
      ? { label: String(type ?? l10n.t('without a name')), intended }
      : { label: String(name), description: String(type ?? ''), intended };
  });
  const options = {
    title: title(),
    placeHolder: l10n.t('The connection to make a file of'),
  };
  return (await pick(items, options)).intended;
}

async function make(
  services: Uses<'fileOf' | 'log' | 'secrets'>,
  intended: Intended,
  { name, uri }: NewFile,
  { secretPlaces }: NewFileResult,
  clipboard: string,
): Promise<void> {
  const connection = setAt(intended.connection, ['name'], name);
  const inUse = await lookForNamesInUse(services, uri);
  const secrets = findSecrets(connection, secretPlaces, name, await taken(services, inUse));
  const found = await settleNames(services, secrets, inUse);
  const { connection: named, from } = withoutLogins(withPlaceholders(connection, found));
  const file = await services.fileOf(named, undefined, [...inUse, ...secretNamesIn(JSON.stringify(named))]);
  if (!file) return refuse(l10n.t('No file was made: the clipboard’s JSON nests too deeply.'));
  const values = found.flatMap(toValue);
  const called = fileName(uri);
  if (values.length > 0) await askConsent(found.filter(hasValue), called);
  const stored = await storeSecrets(services, values);
  if (!stored) return;
  if (!(await openNewFile(services, uri, withOwnValues(file, named)))) {
    await stored.undo();
    return;
  }
  const lost = found.flatMap(({ isLeftOut, path }) => (isLeftOut ? path.join('.') : []));
  const made = { ...intended, leftOut: [...from.map(nameLogin), ...lost, ...intended.leftOut] };
  const message = [created(called, values.length, howLong(stored.where)), ...remarks(made)];
  // What is left out may be a password, too.
  const mayHoldSecrets = values.length + made.leftOut.length + made.unnamed > 0;
  await sayMade(services, message.join(' '), mayHoldSecrets ? clipboard : undefined);
}

/** Of a name that is stored it is asked whether the secret's own value shall replace the other one. */
async function taken({ secrets }: Uses<'secrets'>, inUse: ReadonlySet<string>): Promise<IsTaken> {
  const stored = new Set(await secrets.names());
  return (name, hasValue) => inUse.has(name) && !(hasValue && stored.has(name));
}

function hasValue({ value }: FoundSecret): boolean {
  return value !== undefined;
}

function toValue({ name, value }: FoundSecret): NamedValue[] {
  return value === undefined ? [] : [{ name, value }];
}

function created(file: string, secrets: number, lasting: string): string {
  if (secrets === 0) return l10n.t('Created {0}.', file);
  const message =
    secrets === 1
      ? l10n.t('Created {0} and stored its secret.', file)
      : l10n.t('Created {0} and stored its {1} secrets.', file, secrets);
  return message + lasting;
}

/** What of the text is not in the file, and what is still to be done. */
function remarks({ leftOut, unnamed, advice, files }: Intended): string[] {
  const shown = leftOut.slice(0, namedAtMost);
  const more = unnamed + leftOut.length - shown.length;
  const others = more === 0 ? [] : [more === 1 ? l10n.t('one more setting') : l10n.t('{0} more settings', more)];
  const without = [...shown, ...others].join(', ');
  return [
    ...(without === ''
      ? []
      : [l10n.t('Left out, for a connection has no place for it or it could not be read: {0}.', without)]),
    ...advice,
    ...(files.length === 0
      ? []
      : [l10n.t('Put into the workspace folder what the file names: {0}.', files.join(', '))]),
  ];
}

async function sayMade(services: Uses<'log'>, message: string, clipboard: string | undefined): Promise<void> {
  if (clipboard === undefined) {
    await say.information(message);
    return;
  }
  const clear = l10n.t('Clear Clipboard');
  if ((await say.information(`${message} ${l10n.t('The clipboard still holds the values.')}`, clear)) === clear) {
    await clearClipboard(services, clipboard);
  }
}
