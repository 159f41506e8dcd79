// Gets the live text of a file ready to send, and asks about what stands in the way.
import { commands, type Uri, window } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import type { Parts } from '../parts.ts';
import { say } from './say.ts';
import { type Verb, verbs } from './verbs.ts';

export interface PreparedFile {
  readonly request: PreparedRequest;
  /** The connection's name: the file's own or, where it has none, the one typed now. */
  readonly name: string;
}

/** Undefined when the file cannot be sent or the person decides not to; then it has been said why. */
export async function askPrepared(parts: Parts, file: Uri | undefined, verb: Verb): Promise<PreparedFile | undefined> {
  const result = await prepareOrSay(parts, file);
  if (!result || (result.errors > 0 && !(await sendAnyway(result.errors)))) return undefined;
  return withName(result.request, verbs[verb]);
}

/** The same where nothing shall be sent, so that errors do not count. */
export async function askUnchecked(parts: Parts, file: Uri | undefined): Promise<PreparedFile | undefined> {
  const result = await prepareOrSay(parts, file);
  const askName = 'The file has no "name". Which connection in Atlas should it be compared with?';
  return result && withName(result.request, { title: 'Compare', askName });
}

async function prepareOrSay(parts: Parts, file: Uri | undefined) {
  const result = file ? await parts.prepareRequest(file.toString()) : ({ kind: 'notOpen' } as const);
  switch (result.kind) {
    case 'notOpen':
      await say.error('Open a *.streamconn.json file first: what its editor shows is what is sent.');
      return undefined;
    case 'unsendable':
      await offerProblems(`${result.reason} Nothing was sent.`, []);
      return undefined;
    case 'prepared':
      return result;
  }
}

async function withName(request: PreparedRequest, words: NameWords): Promise<PreparedFile | undefined> {
  if (request.placeholders.some(({ pointer }) => pointer === '/name')) {
    // It is what the person consents to, and the connection's address in Atlas.
    await say.error(
      'The name of this connection is a placeholder. Write the name itself into the file. Nothing was sent.',
    );
    return undefined;
  }
  const name = request.name ?? (await askName(words));
  return name === undefined ? undefined : { request, name };
}

async function sendAnyway(errors: number): Promise<boolean> {
  const counted = errors === 1 ? 'one error' : `${errors} errors`;
  const anyway = 'Send Anyway';
  return (await offerProblems(`This file has ${counted} that Atlas would refuse.`, [anyway])) === anyway;
}

async function offerProblems(message: string, others: readonly string[]): Promise<string | undefined> {
  const showProblems = 'Show Problems';
  const answer = await say.error(message, showProblems, ...others);
  if (answer === showProblems) await commands.executeCommand('workbench.actions.view.problems');
  return answer;
}

interface NameWords {
  readonly title: string;
  readonly askName: string;
}

async function askName({ title, askName: prompt }: NameWords): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: `${title} connection: name`,
    prompt,
    placeHolder: 'orders-kafka',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'Type a name, or press Escape to cancel.' : undefined),
  });
  return name?.trim();
}
