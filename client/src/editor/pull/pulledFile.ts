// A pulled connection as a file: made where there is none; one that is there is replaced only after its diff was seen.

import { l10n, type TextDocument, type Uri } from 'vscode';
import { type JsonObject, parseObject } from '../../core/json.ts';
import type { MakeFile } from '../../core/pull/makeFile.ts';
import { changeText, wholeOf } from '../files/changeText.ts';
import { openText } from '../files/liveText.ts';
import { sayNotChanged, sayNotSaved } from '../files/sayRefused.ts';
import { filePath } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { pickNext } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { showDiff } from '../window/virtualDocuments.ts';
import { tryAct } from '../window/vscodeAct.ts';

/** What stands in the way of a new file, in the eyes of a comparison. */
export type Existing = 'same' | 'differs';

/** Whether a file's text says what Atlas has; if so, what Atlas refused of it before counts no more. */
export async function judgeText(
  services: Uses<'compare' | 'forgetRefusal'>,
  file: Uri,
  text: string,
  connection: JsonObject,
): Promise<Existing> {
  const value = parseObject(text);
  if (!value) return 'differs';
  const { $schema: _, ...body } = value;
  if (!(await services.compare({ body, connection }))?.upToDate) return 'differs';
  services.forgetRefusal(file.toString());
  return 'same';
}

export type Replaced = 'replaced' | 'same' | 'kept' | 'failed' | 'stopped';

/** A file that is there already, and what it shall say. */
export interface Replacement {
  readonly uri: Uri;
  readonly connection: JsonObject;
  readonly makeFile: MakeFile;
  /** Whether others follow, so that this one can be skipped. */
  readonly isOneOf?: boolean;
}

/** Shows what differs and asks; what is replaced is what was shown, or it asks again. */
export async function replaceAsking(
  services: Uses<'compare' | 'forgetRefusal' | 'log' | 'pulled'>,
  replacement: Replacement,
): Promise<Replaced> {
  const { uri, connection, makeFile, isOneOf = false } = replacement;
  const document = await openText(uri);
  if (!document) {
    await say.error(
      l10n.t('{0} cannot be read as text, so it stays as it is. Move it away, then pull again.', filePath(uri)),
    );
    return 'failed';
  }
  const { version } = document;
  const text = document.getText();
  if ((await judgeText(services, uri, text, connection)) === 'same') return 'same';
  const file = await makeFile(connection, text);
  if (!file) {
    await say.error(tooDeep(connection));
    return 'failed';
  }
  const name = String(connection.name);
  await showDiff(
    uri,
    services.pulled.keep(name, file.text),
    l10n.t('{file} ↔ {name} in Atlas', { file: filePath(uri), name }),
  );
  const answer = await askReplace(uri, isOneOf);
  if (answer !== 'replaced') return answer;
  if (document.isClosed || document.version !== version) {
    await say.warning(l10n.t('{0} has changed and was not overwritten. Review the changes again.', filePath(uri)));
    return replaceAsking(services, replacement);
  }
  return (await replaceText(services, document, file.text)) ? 'replaced' : 'failed';
}

/** Why a connection has no file. */
export function tooDeep({ name }: JsonObject): string {
  return l10n.t('The connection “{0}” nests too deeply for a file, so none was made.', String(name));
}

async function askReplace(uri: Uri, isOneOf: boolean): Promise<'replaced' | 'kept' | 'stopped'> {
  const replace = l10n.t('Replace File');
  const keep = l10n.t('Keep File');
  const title = l10n.t('Replace {0}?', filePath(uri));
  const differs = l10n.t('It differs from the connection in Atlas, as the diff shows.');
  const answer = await pickNext(title, differs, replace, ...(isOneOf ? [keep] : []));
  if (answer === replace) return 'replaced';
  return answer === keep || !isOneOf ? 'kept' : 'stopped';
}

/** The edit can be undone in the editor. */
async function replaceText(services: Uses<'log'>, document: TextDocument, text: string): Promise<boolean> {
  const { uri } = document;
  const changed = await changeText(document, wholeOf(document), text);
  if (changed.kind === 'refused') {
    await sayNotChanged(services, { file: uri, refused: changed });
    return false;
  }
  const saved = await tryAct(() => document.save(), uri);
  if (saved.kind === 'refused') await sayNotSaved(services, { file: uri, refused: saved });
  return saved.kind === 'done';
}
