// What the engine says of a refusal of Atlas, in the file that was sent or in what has become of it.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { createEngine } from '../../server/src/engine/index.ts';
import type { Refusal } from '../../server/src/protocol.ts';
import { toText } from './cursor.ts';
import { apply } from './fix.ts';

const engine = createEngine();

export interface Case {
  /** What was sent. */
  readonly file: object;
  readonly refusal: Partial<Refusal>;
  /** The text as it is now; what was sent, on several lines, if absent. */
  readonly now?: string;
}

/** Each diagnostic of Atlas as `code pointer [the text it is drawn on] message`. */
export async function saidOf({ file, refusal, now = JSON.stringify(file, null, 2) }: Case): Promise<string[]> {
  const text = toText(now);
  const complaints = engine.complaints({ ...file }, { status: 400, ...refusal });
  const diagnostics = await engine.diagnose(text, { complaints });
  return diagnostics
    .filter(({ source }) => source === 'Atlas')
    .map(({ code, data, range, message }) => `${code} ${data.pointer} [${text.getText(range)}] ${message}`);
}

/** Where they are only: `pointer [text]`. */
export async function placesOf(given: Case): Promise<string[]> {
  return (await saidOf(given)).map((line) => /^\S+ (.*?\])/s.exec(line)?.[1] ?? line);
}

const client = { commands: true };

/** The text after the quick fix of that title on what Atlas refused; what was sent stands on one line. */
export async function fixRefused({ file, refusal }: Omit<Case, 'now'>, title: string): Promise<string> {
  const { text, actions } = await actionsFor({ file, refusal });
  const action = actions.find((candidate) => candidate.title === title);
  if (!action?.edit) throw new Error(`No “${title}” among ${actions.map((candidate) => candidate.title).join(', ')}`);
  return apply(text, action.edit);
}

/** The quick fixes of the whole text that are for what Atlas refused, a preferred one with a star. */
export async function fixesForRefused({ file, refusal }: Omit<Case, 'now'>): Promise<string[]> {
  const { actions } = await actionsFor({ file, refusal });
  return actions
    .filter(({ diagnostics = [] }) => diagnostics.some(({ source }) => source === 'Atlas'))
    .map(
      ({ title, isPreferred, command }) => `${isPreferred ? '*' : ''}${title}${command ? ` → ${command.command}` : ''}`,
    );
}

async function actionsFor({
  file,
  refusal,
}: Omit<Case, 'now'>): Promise<{ text: TextDocument; actions: CodeAction[] }> {
  const text = toText(JSON.stringify(file));
  const range = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
  const complaints = engine.complaints({ ...file }, { status: 400, ...refusal });
  return { text, actions: await engine.codeActions(text, { range }, { complaints }, client) };
}
