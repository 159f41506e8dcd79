// Scripts for sh: POSIX only, so that dash, bash, zsh and ksh take them, run or pasted.
import type { Input } from './inputs.ts';
import { type Command, inputKey, jsonVariables, needsFile, type Shell, type Word } from './shell.ts';
import { sourcesOf } from './template.ts';
import { writeJson } from './writeJson.ts';

export const sh: Shell = {
  id: 'sh',
  label: () => 'sh, bash, zsh',
  needs: 'sed and awk',
  quote: quoteSh,
  write: ({ comments, body, variables, tokenRequest, command }) => {
    const json = jsonVariables(sourcesOf(body));
    const text = writeJson(body, {
      source: (input) => `\${${json.get(inputKey(input))?.variable}}`,
      string: (value) => inHereDocument(JSON.stringify(value)),
      indent: 2,
    });
    const hereDocument = ['<<BODY', text, 'BODY'].join('\n');
    // In parentheses, so that what fails ends the script and not the shell that it is pasted into.
    return [
      ...comments.map((comment) => `# ${comment}`),
      '(',
      'set -eu',
      ...variables.map((name) => `: "\${${name}:?is not set}"`),
      ...(json.size > 0 ? [toJson] : []),
      ...[...json.values()].map(({ input, variable }) => `${variable}=$(${readJson(input)})`),
      ...(tokenRequest ? tokenLines(tokenRequest) : []),
      ...(needsFile(command)
        ? [...fileLines, `cat >"$folder/connection.json" ${hereDocument}`, writeCommand(command)]
        : [`${writeCommand(command)} ${hereDocument}`]),
      ')',
      '',
    ].join('\n');
  },
};

/**
 * A JSON string of what comes in, whatever it is. The full stop keeps the line break at the end: awk does not tell
 * whether there was one.
 */
const toJson = String.raw`json() { { cat; echo .; } | LC_ALL=C awk '
  { gsub(/["\\]/, "\\\\&"); for (i = 1; i < 32; i++) gsub(sprintf("%c", i), sprintf("\\u%04x", i)) }
  NR > 1 { printf "%s%s", line, "\\n" }
  NR == 1 { printf "\"" }
  { line = $0 }
  END { printf "%s\"", substr(line, 1, length(line) - 1) }'; }`;

const fileLines = ['folder=$(mktemp -d)', `trap 'rm -rf "$folder"' EXIT`];

function readJson(input: Input): string {
  return input.kind === 'file' ? `json <${quoteSh(input.path)}` : `printf %s "$${input.name}" | json`;
}

function tokenLines(request: Command): string[] {
  return [
    `answer=$(${writeCommand(request)})`,
    String.raw`token=$(printf '%s\n' "$answer" | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')`,
    String.raw`[ -n "$token" ] || { printf '%s\n' "$answer" >&2; exit 1; }`,
  ];
}

function writeCommand({ program, options }: Command): string {
  return [program, ...options.map((words) => words.map(writeWord).join(' '))].join(' \\\n  ');
}

function writeWord(word: Word): string {
  if (typeof word === 'string') return /^[A-Za-z0-9_./:@-]+$/.test(word) ? word : quoteSh(word);
  if ('variables' in word) return `"${word.variables.map((name) => `$${name}`).join(':')}"`;
  return { token: '"$token"', body: '@-', bodyFile: '"$folder/connection.json"' }[word.kind];
}

/** Between single quotes nothing has a meaning but the single quote itself. */
function quoteSh(word: string): string {
  return `'${word.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)}'`;
}

/** In a here-document with substitutions, these three have a meaning. */
function inHereDocument(text: string): string {
  return text.replaceAll(/[\\$`]/g, String.raw`\$&`);
}
