// How PowerShell reads the scripts that are written for it: their tree by a parser, their strings by its documented rules.
import type { Node } from 'web-tree-sitter';
import { nodesIn, only, parse } from './parsing.ts';

/** The values of environment variables, and the texts of files as `file:PATH`. */
type Outside = Readonly<Record<string, string>>;

export interface PowerShellScript {
  /** What the variable `$body` is. */
  readonly body: string;
  /** The words of each call of a program; `$token` and `$file` as they are. */
  readonly calls: readonly (readonly string[])[];
}

export async function readScript(text: string, outside: Outside): Promise<PowerShellScript> {
  const root = await parse('powershell', text);
  const assignments = new Map(
    nodesIn(root, 'assignment_expression').map((node) => [node.children[0]?.text, node] as const),
  );
  const hereString = only(nodesIn(root, 'expandable_here_string_literal'), 'here-string');
  if (!contains(assignments.get('$body'), hereString)) throw new Error('$body is no here-string');
  const json = (name: string) => toJson(only([assignments.get(`$${name}`)], name), outside);
  return {
    body: readHereString(hereString.text, json),
    calls: nodesIn(root, 'command')
      .filter((node) => /^(curl|atlas)$/.test(node.childForFieldName('command_name')?.text ?? ''))
      .map((node) => wordsOf(node, outside)),
  };
}

/** `ConvertTo-Json` of one variable of the environment or of one file. */
function toJson(assignment: Node, outside: Outside): string {
  const environment = nodesIn(assignment, 'variable').map(({ text }) => /^\$env:(\w+)$/.exec(text)?.[1]);
  const files = nodesIn(assignment, 'verbatim_string_characters').map(({ text }) => `file:${readPowerShell(text)}`);
  const name = only([...environment.slice(1), ...files], `source in ${assignment.text}`);
  return JSON.stringify(outside[name] ?? '');
}

const words = [
  'command_parameter',
  'generic_token',
  'verbatim_string_characters',
  'expandable_string_literal',
  'variable',
] as const;

function wordsOf(command: Node, outside: Outside): string[] {
  return outermost(command, words).map(({ type, text }) => {
    if (type === 'verbatim_string_characters') return readPowerShell(text);
    if (type !== 'expandable_string_literal') return text;
    return text.slice(1, -1).replaceAll(/\$\{env:(\w+)\}/g, (_, name: string) => outside[name] ?? '');
  });
}

/** The text that the last call of a method in one line of PowerShell writes: a sum of strings, and of calls that give JSON. */
export async function readSum(line: string, outside: Outside): Promise<string> {
  const root = await parse('powershell', line);
  const given = nodesIn(only(nodesIn(root, 'argument_list').slice(-1), 'call'), 'argument_expression');
  const [, sum] = given.filter(({ parent }) => parent?.type === 'argument_expression_list');
  const parts = outermost(only([sum], 'sum'), ['verbatim_string_characters', 'command']);
  return parts
    .map((part) => (part.type === 'command' ? JSON.stringify(sourceOf(part, outside)) : readPowerShell(part.text)))
    .join('');
}

/** `r 'NAME'` or `f ('PA' + [char]47 + 'TH')`. */
function sourceOf(call: Node, outside: Outside): string {
  const letters = outermost(call, ['verbatim_string_characters', 'cast_expression']).map(({ type, text }) =>
    type === 'cast_expression' ? String.fromCharCode(Number(text.replace('[char]', ''))) : readPowerShell(text),
  );
  const name = letters.join('');
  return outside[call.childForFieldName('command_name')?.text === 'f' ? `file:${name}` : name] ?? '';
}

function outermost(node: Node, types: readonly string[]): Node[] {
  return node.children.flatMap((child) => (types.includes(child.type) ? [child] : outermost(child, types)));
}

function contains(outer: Node | undefined, inner: Node): boolean {
  return outer !== undefined && outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** A string in single quotes, straight or typographic: two of them stand for one. The grammar knows the straight one alone. */
export function readPowerShell(text: string): string {
  const quote = "['\u2018\u2019\u201a\u201b]";
  const inner = new RegExp(`^'((?:[^'\u2018\u2019\u201a\u201b]|${quote}{2})*)'$`, 's').exec(text)?.[1];
  if (inner === undefined) throw new Error(`PowerShell reads more than one string in ${text}`);
  return inner.replaceAll(new RegExp(`(${quote})${quote}`, 'g'), '$1');
}

/** A text in a here-string with substitutions. Any quotation mark at the beginning of a line could end it. */
function readHereString(literal: string, variable: (name: string) => string): string {
  const inner = /^@"\n(.*)\n"@$/s.exec(literal)?.[1];
  if (inner === undefined || /^["\u201c-\u201e]@/m.test(inner)) throw new Error(`PowerShell ends ${literal} early`);
  return inner.replaceAll(/`(.)|\$\{(\w+)\}|\$/gs, (_, letter?: string, name?: string) => {
    if (letter !== undefined) return letter;
    if (name === undefined) throw new Error('PowerShell looks up something');
    return variable(name);
  });
}
