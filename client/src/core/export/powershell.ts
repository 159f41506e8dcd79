// Scripts for PowerShell 7.3 and later: older ones lose quotation marks on the way to a program.
import type { Input } from './inputs.ts';
import { type Command, inputKey, jsonVariables, needsFile, type Shell, type Word } from './shell.ts';
import { sourcesOf } from './template.ts';
import { writeJson } from './writeJson.ts';

export const powershell: Shell = {
  id: 'powershell',
  label: () => 'PowerShell',
  needs: 'PowerShell 7.3 or later',
  quote: quotePowerShell,
  write: ({ comments, body, variables, tokenRequest, command }) => {
    const json = jsonVariables(sourcesOf(body));
    const text = writeJson(body, {
      source: (input) => `\${${json.get(inputKey(input))?.variable}}`,
      string: (value) => inHereString(JSON.stringify(value)),
      indent: 2,
    });
    return [
      ...comments.map((comment) => `# ${comment}`),
      '& {',
      "$ErrorActionPreference = 'Stop'",
      // What goes through a pipe is UTF-8, without a mark that JSON does not know.
      '$OutputEncoding = [System.Text.UTF8Encoding]::new($false)',
      ...variables.map((name) => `if (-not $env:${name}) { throw '${name} is not set' }`),
      ...[...json.values()].map(({ input, variable }) => `$${variable} = ConvertTo-Json -InputObject ${read(input)}`),
      ...(tokenRequest ? tokenLines(tokenRequest) : []),
      `$body = @"\n${text}\n"@`,
      ...(needsFile(command) ? fileLines(command) : [`$body | ${writeCommand(command)}`]),
      '}',
      '',
    ].join('\n');
  },
};

function read(input: Input): string {
  if (input.kind === 'variable') return `$env:${input.name}`;
  // Get-Content would give an object that is more than its text.
  return `([System.IO.File]::ReadAllText((Resolve-Path -LiteralPath ${quotePowerShell(input.path)}).ProviderPath))`;
}

function tokenLines(request: Command): string[] {
  return [
    `$answer = ${writeCommand(request)} | Out-String`,
    '$token = ($answer | ConvertFrom-Json).access_token',
    'if (-not $token) { throw $answer }',
  ];
}

function fileLines(command: Command): string[] {
  return [
    `$file = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).json"`,
    'try {',
    '[System.IO.File]::WriteAllText($file, $body)',
    writeCommand(command),
    '} finally {',
    'Remove-Item -LiteralPath $file',
    '}',
  ];
}

function writeCommand({ program, options }: Command): string {
  return [program, ...options.map((words) => words.map(writeWord).join(' '))].join(' `\n  ');
}

function writeWord(word: Word): string {
  if (typeof word === 'string') return /^-{0,2}[A-Za-z][A-Za-z-]*$/.test(word) ? word : quotePowerShell(word);
  if ('variables' in word) return `"${word.variables.map((name) => `\${env:${name}}`).join(':')}"`;
  return { token: '$token', body: "'@-'", bodyFile: '$file' }[word.kind];
}

/** Between single quotes only they have a meaning: the straight one and the four typographic ones that count as it. */
function quotePowerShell(word: string): string {
  return `'${word.replaceAll('\0', '').replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** In a here-string with substitutions, these two have a meaning. */
function inHereString(text: string): string {
  return text.replaceAll(/[`$]/g, '`$&');
}
