// Gets the live text of a file ready to send, and asks about what stands in the way.
import { commands, l10n, type Uri } from 'vscode';
import type { PreparedRequest } from '../../../../server/src/protocol.ts';
import { withFile } from '../files/describeFile.ts';
import { prepareFile } from '../files/prepareFile.ts';
import type { Uses } from '../services.ts';
import { cancel, refuse, type } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { type Verb, type VerbWords, wordsFor } from './verbs.ts';

export interface PreparedFile {
  readonly file: Uri;
  readonly request: PreparedRequest;
  /** The connection's name: the file's own or, where it has none, the one typed now. */
  readonly name: string;
}

/**
 * `given`: the file that the command was called with, if with one; `typed`: the name that it was given before, if it says none.
 * @throws CancellationError if the person cancels, or after showing why it can't be sent.
 */
export async function askPrepared(
  services: Uses<'prepareRequest'>,
  given: Uri | undefined,
  verb: Verb,
  typed?: string,
): Promise<PreparedFile> {
  const result = await prepareOrRefuse(services, given);
  if (result.errors > 0) await askToSendAnyway(result);
  return withName(result, wordsFor(verb), typed);
}

/** The same where nothing is sent yet, so that errors do not count. */
export async function askUnchecked(
  services: Uses<'prepareRequest'>,
  given: Uri | undefined,
  typed?: string,
): Promise<PreparedFile> {
  const result = await prepareOrRefuse(services, given);
  const askName = l10n.t('The file has no "name". Which connection in Atlas should it be compared with?');
  return withName(result, { nameTitle: l10n.t('Compare connection: name'), askName }, typed);
}

async function prepareOrRefuse(services: Uses<'prepareRequest'>, given: Uri | undefined) {
  const result = await prepareFile(services, given);
  switch (result.kind) {
    case 'notOpen':
      return refuse(l10n.t('Open a *.streamconn.json file first: what its editor shows is what is sent.'));
    case 'unsendable':
      await offerProblems(withFile(`${result.reason} ${l10n.t('Nothing was sent.')}`, result.file), []);
      return cancel();
    case 'prepared':
      return result;
  }
}

async function withName({ file, request }: Pick<PreparedFile, 'file' | 'request'>, words: NameWords, typed?: string) {
  await checkOwnName(file, request);
  const name = request.name ?? typed ?? (await askName(file, words));
  return { file, request, name };
}

/** Refuses a name that is a placeholder: a person consents to it, and it is the address in Atlas. */
export async function checkOwnName(file: Uri, { placeholders }: PreparedRequest): Promise<void> {
  if (!placeholders.some(({ pointer }) => pointer === '/name')) return;
  const message = l10n.t(
    'The name of this connection is a placeholder. Write the name itself into the file. Nothing was sent.',
  );
  await refuse(withFile(message, file));
}

async function askToSendAnyway({ errors, file }: { readonly errors: number; readonly file: Uri }): Promise<void> {
  const anyway = l10n.t('Send Anyway');
  const message =
    errors === 1
      ? l10n.t('This file has one error that Atlas would refuse.')
      : l10n.t('This file has {0} errors that Atlas would refuse.', errors);
  if ((await offerProblems(withFile(message, file), [anyway])) !== anyway) cancel();
}

async function offerProblems(message: string, others: readonly string[]): Promise<string | undefined> {
  const showProblems = l10n.t('Show Problems');
  const answer = await say.error(message, showProblems, ...others);
  if (answer === showProblems) await commands.executeCommand('workbench.actions.view.problems');
  return answer;
}

type NameWords = Pick<VerbWords, 'nameTitle' | 'askName'>;

async function askName(file: Uri, { nameTitle: title, askName: prompt }: NameWords): Promise<string> {
  const name = await type({
    title,
    prompt: withFile(prompt, file),
    placeHolder: 'orders-kafka',
    validateInput: (text) => (text.trim() === '' ? l10n.t('Type a name, or press Escape to cancel.') : undefined),
  });
  return name.trim();
}
