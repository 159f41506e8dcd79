// Gets the live text of a file ready to send, and asks about what stands in the way.
import { commands, l10n, type Uri, window } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import type { Parts } from '../parts.ts';
import { say } from './say.ts';
import { type Verb, type VerbWords, wordsFor } from './verbs.ts';

export interface PreparedFile {
  readonly request: PreparedRequest;
  /** The connection's name: the file's own or, where it has none, the one typed now. */
  readonly name: string;
}

/** Undefined when the file cannot be sent or the person decides not to; then it has been said why. */
export async function askPrepared(parts: Parts, file: Uri | undefined, verb: Verb): Promise<PreparedFile | undefined> {
  const result = await prepareOrSay(parts, file);
  if (!result || (result.errors > 0 && !(await sendAnyway(result.errors)))) return undefined;
  return withName(result.request, wordsFor(verb));
}

/** The same where nothing shall be sent, so that errors do not count. */
export async function askUnchecked(parts: Parts, file: Uri | undefined): Promise<PreparedFile | undefined> {
  const result = await prepareOrSay(parts, file);
  const askName = l10n.t('The file has no "name". Which connection in Atlas should it be compared with?');
  return result && withName(result.request, { nameTitle: l10n.t('Compare connection: name'), askName });
}

async function prepareOrSay(parts: Parts, file: Uri | undefined) {
  const result = file ? await parts.prepareRequest(file.toString()) : ({ kind: 'notOpen' } as const);
  switch (result.kind) {
    case 'notOpen':
      await say.error(l10n.t('Open a *.streamconn.json file first: what its editor shows is what is sent.'));
      return undefined;
    case 'unsendable':
      await offerProblems(`${result.reason} ${l10n.t('Nothing was sent.')}`, []);
      return undefined;
    case 'prepared':
      return result;
  }
}

async function withName(request: PreparedRequest, words: NameWords): Promise<PreparedFile | undefined> {
  if (request.placeholders.some(({ pointer }) => pointer === '/name')) {
    // It is what the person consents to, and the connection's address in Atlas.
    await say.error(
      l10n.t('The name of this connection is a placeholder. Write the name itself into the file. Nothing was sent.'),
    );
    return undefined;
  }
  const name = request.name ?? (await askName(words));
  return name === undefined ? undefined : { request, name };
}

async function sendAnyway(errors: number): Promise<boolean> {
  const anyway = l10n.t('Send Anyway');
  const message =
    errors === 1
      ? l10n.t('This file has one error that Atlas would refuse.')
      : l10n.t('This file has {0} errors that Atlas would refuse.', errors);
  return (await offerProblems(message, [anyway])) === anyway;
}

async function offerProblems(message: string, others: readonly string[]): Promise<string | undefined> {
  const showProblems = l10n.t('Show Problems');
  const answer = await say.error(message, showProblems, ...others);
  if (answer === showProblems) await commands.executeCommand('workbench.actions.view.problems');
  return answer;
}

type NameWords = Pick<VerbWords, 'nameTitle' | 'askName'>;

async function askName({ nameTitle: title, askName: prompt }: NameWords): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    prompt,
    placeHolder: 'orders-kafka',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Type a name, or press Escape to cancel.') : undefined),
  });
  return name?.trim();
}
