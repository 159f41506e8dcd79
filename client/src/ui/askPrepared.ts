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
  const result = file ? await parts.prepareRequest(file.toString()) : ({ kind: 'notOpen' } as const);
  switch (result.kind) {
    case 'notOpen':
      await say.error('Open a *.streamconn.json file first: what its editor shows is what is sent.');
      return undefined;
    case 'unsendable':
      await offerProblems(`${result.reason} Nothing was sent.`, []);
      return undefined;
    case 'prepared': {
      if (result.errors > 0 && !(await sendAnyway(result.errors))) return undefined;
      const name = result.request.name ?? (await askName(verb));
      return name === undefined ? undefined : { request: result.request, name };
    }
  }
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

async function askName(verb: Verb): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: `${verbs[verb].title} connection: name`,
    prompt: verbs[verb].askName,
    placeHolder: 'orders-kafka',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'Type a name, or press Escape to cancel.' : undefined),
  });
  return name?.trim();
}
