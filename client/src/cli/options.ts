// The command line as options, or what is wrong with it.
import { parseArgs } from 'node:util';
import {
  type FindingCode,
  type Level,
  levels,
  maySet,
  rules,
  type Severities,
} from '../../../server/src/engine/index.ts';
import type { CheckOptions } from './check.ts';
import { formats } from './report.ts';

export type CommandLine =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | ({ readonly kind: 'check' } & CheckOptions);

const options = {
  format: { type: 'string' },
  rule: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Reads the arguments of the program. */
export function readOptions(args: readonly string[]): CommandLine {
  // Not strict: what is wrong is said in words of our own.
  const { positionals, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === 'option');
  const valuesOf = (name: keyof typeof options) =>
    given.filter((option) => option.name === name).map(({ value = '' }) => value);
  const unknown = given.map(faultOfOption).find((fault) => fault !== undefined);
  if (unknown) return wrong(unknown);
  if (valuesOf('help').length > 0) return { kind: 'help' };
  if (valuesOf('version').length > 0) return { kind: 'version' };
  const [command, ...files] = positionals;
  const fault = faultOfCommand(command, files);
  if (fault) return wrong(fault);
  const written = valuesOf('format').at(-1) ?? 'text';
  const format = formats.find((known) => known === written);
  if (!format) return wrong(`--format takes text or json, not "${written}".`);
  const severities = readRules(valuesOf('rule'));
  return typeof severities === 'string' ? wrong(severities) : { kind: 'check', files, format, severities };
}

function wrong(reason: string): CommandLine {
  return { kind: 'wrong', reason };
}

interface GivenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function faultOfOption({ name, rawName, value }: GivenOption): string | undefined {
  const known = Object.entries(options).find(([key]) => key === name)?.[1];
  if (!known) return `unknown option ${rawName}.`;
  if (known.type === 'string') return value === undefined ? `${rawName} requires a value.` : undefined;
  return value === undefined ? undefined : `${rawName} takes no value.`;
}

function faultOfCommand(command: string | undefined, files: readonly string[]): string | undefined {
  if (command === undefined) return 'no command given. The only one is check.';
  if (command !== 'check') return `unknown command "${command}". The only one is check.`;
  if (files.length === 0) return 'no file given. Name at least one, or - for standard input.';
  const isTwice = files.filter((file) => file === '-').length > 1;
  return isTwice ? '- is given more than once, but standard input can be read only once.' : undefined;
}

/** What `--rule` says, each as `code=severity`; or what is wrong with it. */
function readRules(settings: readonly string[]): Severities | string {
  const severities: Partial<Record<FindingCode, Level>> = {};
  for (const setting of settings) {
    const [code = '', severity, ...more] = setting.split('=');
    const level = levels.find((known) => known === severity);
    if (severity === undefined || more.length > 0) return `--rule takes CODE=SEVERITY, not "${setting}".`;
    if (!isCode(code)) return `--rule: unknown rule "${code}". Expected ${oneOf(Object.keys(rules))}.`;
    if (!level) return `--rule: unknown severity "${severity}" for ${code}. Expected ${oneOf(levels)}.`;
    if (!maySet(code, level)) {
      return `--rule: ${code} is at least ${rules[code].severity}, because it is about secrets or about what is sent.`;
    }
    severities[code] = level;
  }
  return severities;
}

function isCode(code: string): code is FindingCode {
  return Object.hasOwn(rules, code);
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
