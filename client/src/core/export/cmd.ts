// Scripts for the Command Prompt. It cannot write JSON, so the PowerShell of Windows does that, into a file.
import * as l10n from '@vscode/l10n';
import type { Input } from './inputs.ts';
import type { Command, Shell, Word } from './shell.ts';
import { writeJson } from './writeJson.ts';

export const cmd: Shell = {
  id: 'cmd',
  label: () => l10n.t('Command Prompt (cmd)'),
  needs: 'Windows. Paste it into the window: in a batch file the percent signs mean something else',
  quote: quoteCmd,
  write: ({ comments, body, variables, tokenRequest, command }) => {
    const text = writeJson(body, { source: (input) => `' + (${read(input)}) + '`, string: inSafeLetters, indent: 0 });
    const checks = variables.map((name) => `[void](r '${name}'); `).join('');
    const steps = `${functions}${checks}[IO.File]::WriteAllText($env:TEMP + '\\${fileName}', '${text}')`;
    const line = `powershell -NoProfile -Command "${steps}" && ^`;
    const called = writeCommand(command);
    return [
      ...comments.map((comment) => `rem ${comment}`),
      ...(line.length + called.length > longestLine ? [tooLong] : []),
      ...(tokenRequest ? [tokenLine(tokenRequest)] : []),
      line,
      called,
      `del ${file}`,
      ...(tokenRequest ? ['set "STREAMCONN_TOKEN="'] : []),
      '',
    ].join('\r\n');
  },
};

/** Letters that the Command Prompt takes in one line, with what a variable may make of them left over. */
const longestLine = 8_000;
const tooLong = 'rem Too long for the Command Prompt: put certificates into files, or copy the form for PowerShell.';

const fileName = 'streamconn-request.json';
const file = `"%TEMP%\\${fileName}"`;

/** Of PowerShell: the JSON of a variable and of a file. What is missing ends it. */
const functions =
  "$ErrorActionPreference = 'Stop'; " +
  "function r($n) { $v = [Environment]::GetEnvironmentVariable($n); if (-not $v) { throw ($n + ' is not set') }; ConvertTo-Json -InputObject $v }; " +
  'function f($p) { ConvertTo-Json -InputObject ([IO.File]::ReadAllText((Resolve-Path -LiteralPath $p).ProviderPath)) }; ';

function read(input: Input): string {
  return input.kind === 'variable' ? `r '${input.name}'` : `f (${inPowerShell(input.path)})`;
}

/** Letters that neither cmd, nor the reading of arguments, nor a PowerShell string takes for anything else. */
const unsafe = /[^A-Za-z0-9 _.,:/@+=-]/g;

/** A JSON string whose every other letter is its number; its quotation marks as an argument has them. */
function inSafeLetters(text: string): string {
  const letters = text.replaceAll(unsafe, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `\\"${letters}\\"`;
}

/** The same for PowerShell, as a sum of strings and numbered letters. */
function inPowerShell(text: string): string {
  return `'${text.replaceAll(unsafe, (letter) => `' + [char]${letter.charCodeAt(0)} + '`)}'`;
}

function tokenLine(request: Command): string {
  const read = 'powershell -NoProfile -Command "($input | Out-String | ConvertFrom-Json).access_token"';
  return `for /f "delims=" %t in ('${writeCommand(request, ' ')} ^| ${read}') do @set "STREAMCONN_TOKEN=%t"`;
}

function writeCommand({ program, options }: Command, between = ' ^\r\n  '): string {
  return [`${program}.exe`, ...options.map((words) => words.map(writeWord).join(' '))].join(between);
}

function writeWord(word: Word): string {
  if (typeof word === 'string') return /^-{0,2}[A-Za-z][A-Za-z0-9-]*$/.test(word) ? word : quoteCmd(word);
  if ('variables' in word) return `"${word.variables.map((name) => `%${name}%`).join(':')}"`;
  return { token: '"%STREAMCONN_TOKEN%"', body: `"@%TEMP%\\${fileName}"`, bodyFile: file }[word.kind];
}

/**
 * First as a program reads its arguments: a quotation mark, and the backslashes before it, behind a backslash. Then as
 * cmd reads a line: between quotation marks all but `%` and they themselves stand for themselves; where one of these is
 * in the word, each letter with a meaning is behind a caret. A line break cannot be written.
 */
function quoteCmd(word: string): string {
  const line = word.replaceAll(/[\0\r\n]/g, ' ');
  const argument = `"${line.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
  return /["%]/.test(line) ? argument.replaceAll(/[()[\]%!^"`<>&|;, *?]/g, '^$&') : argument;
}
