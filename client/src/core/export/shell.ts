// What the three shells have in common: a script that makes the body and gives it to a program.
import type { Input } from './inputs.ts';
import type { Template } from './template.ts';

export interface Shell {
  readonly id: 'sh' | 'powershell' | 'cmd';
  /** For a person to choose it by. */
  label(): string;
  /** What this shell's scripts need besides the program, in the words of `plain`. */
  readonly needs: string;
  /** One word that reaches a program letter by letter. */
  quote(word: string): string;
  write(script: Script): string;
}

export interface Script {
  /** In the words of `plain`. */
  readonly comments: readonly string[];
  readonly body: Template<Input>;
  /** Environment variables without which it must not begin. */
  readonly variables: readonly string[];
  /** Whose answer holds the access token that `command` signs in with. */
  readonly tokenRequest?: Command;
  readonly command: Command;
}

export interface Command {
  readonly program: 'curl' | 'atlas';
  /** An option and its value, or what stands for itself; a line each. */
  readonly options: readonly (readonly Word[])[];
}

export type Word =
  | string
  /** The variables' values with a colon between them. */
  | { readonly variables: readonly string[] }
  | { readonly kind: 'token' }
  /** The body, as curl's `--data-binary` reads it. */
  | { readonly kind: 'body' }
  /** The path of a file that the body is in. */
  | { readonly kind: 'bodyFile' };

/** Whether the program reads the body from a file rather than from its standard input. */
export function needsFile({ options }: Command): boolean {
  return options.flat().some((word) => typeof word === 'object' && 'kind' in word && word.kind === 'bodyFile');
}

/** The sources of a template, each once, with the variable of the script that will hold its JSON. */
export function jsonVariables(
  inputs: readonly Input[],
): ReadonlyMap<string, { readonly input: Input; readonly variable: string }> {
  const found = new Map<string, { input: Input; variable: string }>();
  for (const input of inputs) {
    if (!found.has(inputKey(input))) found.set(inputKey(input), { input, variable: `json${found.size + 1}` });
  }
  return found;
}

export function inputKey(input: Input): string {
  return input.kind === 'file' ? `file:${input.path}` : `variable:${input.name}`;
}
