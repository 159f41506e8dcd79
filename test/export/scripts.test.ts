// The scripts for the three shells: the body arrives as it is meant, with the values that the environment has when they run.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../support/random.ts';
import { has, requestOf, useFolder, writeAs } from './exporting.ts';
import { readArguments, readCmd, readHereString } from './reading.ts';

const folder = useFolder();

const shells = ['sh', 'bash', 'dash', 'zsh', 'ksh'].filter(has);
const inShells = ['curl (service account)', 'curl (API key)', 'Atlas CLI', 'Atlas CLI (API)'];

/** Text of the kind that JSON, here-documents and shells write differently. */
const pieces = [
  ...` \t\n\r"'\\\`$!%^&|<>(){}[]\u0001\u001f\u007f`,
  ...[
    'BODY',
    '\nBODY\n',
    '"@',
    '\n"@\n',
    '$(id)',
    '`id`',
    '${json1}',
    '$json1',
    '\\n',
    '\\\\',
    '&',
    'ü',
    '😀',
    '\u2028',
    '\ufeff',
    '.',
  ],
];

const anyText = (random: Random) => Array.from({ length: random.below(9) }, () => random.pick(pieces)).join('');

/** A connection whose keys and values are such text, and for each variable it names a value. */
function odd(seed: number) {
  const random = createRandom(seed);
  const variables: Record<string, string> = {};
  const value = (depth: number): unknown => {
    const kinds = [anyText, anyText, variable, () => 1.5, () => null, () => [value(0)], () => object(depth)] as const;
    return random.pick(depth > 0 ? kinds : kinds.slice(0, 5))(random);
  };
  const variable = () => {
    const name = `V${random.below(6)}`;
    // No variable of the environment has NUL in it, and the empty one is refused.
    variables[name] ??= `${anyText(random)}${random.pick(['x', 'x\n', 'x\n\n'])}`;
    return `\${env:${name}}`;
  };
  const object = (depth: number): unknown =>
    Object.fromEntries(Array.from({ length: random.below(5) }, () => [`k${anyText(random)}`, value(depth - 1)]));
  const content = { type: 'Sample', name: anyText(random), a: variable(), b: object(3), c: value(3) };
  return { content, variables, filled: fill(content, variables) };
}

function fill(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  return JSON.parse(JSON.stringify(value), (_, item) => {
    const name = typeof item === 'string' ? /^\$\{env:(\w+)\}$/.exec(item)?.[1] : undefined;
    return name === undefined ? item : variables[name];
  });
}

describe.each(shells)('%s', (shell) => {
  test('gives a program the body in which every value is as it was', async () => {
    folder.program('curl', 'cat');
    for (let seed = 1; seed <= 40; seed++) {
      const { content, variables, filled } = odd(seed);
      const { text } = writeAs('curl (API key)', await requestOf(content));
      const signIn = { MONGODB_ATLAS_PUBLIC_API_KEY: 'p', MONGODB_ATLAS_PRIVATE_API_KEY: 'k' };
      const { out, err } = await folder.run(text, { ...variables, ...signIn }, shell);
      expect([seed, err, JSON.parse(out)]).toEqual([seed, '', filled]);
    }
  });

  test.each(inShells)('%s can be parsed, whatever is in the file', async (label) => {
    for (let seed = 1; seed <= 10; seed++) {
      folder.write('script', writeAs(label, await requestOf(odd(seed).content, { tenantName: `o'r\`d$(e)"rs` })).text);
      expect(await folder.run(`${shell} -n script`)).toEqual({ code: 0, out: '', err: '' });
    }
  });
});

describe('the Atlas CLI', () => {
  // Remembers its arguments a line each, with what the file holds and who may read it.
  const atlas = `printf '%s\\n' "$@" >seen; while [ "$1" != --file ]; do shift; done; cat "$2"; ls -l "$2" >rights`;
  const content = { type: 'Kafka', name: 'orders-kafka', authentication: { password: '${secret:kafka-password}' } };
  const variables = { SECRET_KAFKA_PASSWORD: 'pass "word"' };

  test.each([
    ['Atlas CLI', ['streams', 'connections', 'create', '--projectId', '--instance']],
    ['Atlas CLI (API)', ['api', 'streams', 'createStreamConnection', '--groupId', '--tenantName']],
  ])('%s is called with the file, which is gone afterwards', async (label, [...words]) => {
    folder.program('atlas', atlas);
    const tenantName = `my $(o) 'r"ders`;
    const { text } = writeAs(label, await requestOf(content, { tenantName }));
    const { code, out } = await folder.run(text, variables);
    expect([code, JSON.parse(out)]).toEqual([0, { ...content, authentication: { password: 'pass "word"' } }]);
    const [instance, project] = [words.pop(), words.pop()];
    const called = [...words, project, '32b6e34b3d91647abb20e7b8', instance, tenantName, '--file'];
    const seen = folder.read('seen').split('\n');
    expect(seen.slice(0, called.length)).toEqual(called);
    expect(seen[called.length]).toMatch(/\/connection\.json$/);
    expect(readdirSync(folder.path('temporary'))).toEqual([]);
  });

  test('a variable that is not set ends it before anything is called or written', async () => {
    folder.program('atlas', atlas);
    const { text, variables: needed } = writeAs('Atlas CLI', await requestOf(content));
    expect(needed).toEqual(['SECRET_KAFKA_PASSWORD']);
    for (const unset of [{}, { SECRET_KAFKA_PASSWORD: '' }]) {
      const { code, err } = await folder.run(`${text}\necho "the shell goes on"`, unset);
      expect([code, err]).toEqual([0, expect.stringContaining('SECRET_KAFKA_PASSWORD: is not set')]);
    }
    expect(readdirSync(folder.path('.')).sort()).toEqual(['programs', 'temporary']);
  });
});

test('PowerShell reads the body out of its here-string with every value as it was', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { content, variables, filled } = odd(seed);
    const { text } = writeAs('curl (API key)', await requestOf(content), 'powershell');
    const [, hereString = ''] = /\$body = @"\n(.*?)\n"@\n/s.exec(text) ?? [];
    const read = text.matchAll(/^\$(json\d+) = ConvertTo-Json -InputObject \$env:(\w+)$/gm);
    const json = Object.fromEntries(
      Array.from(read, ([, name, variable]) => [name, JSON.stringify(variables[`${variable}`])]),
    );
    expect([seed, JSON.parse(readHereString(hereString, json))]).toEqual([seed, filled]);
  }
});

test('cmd hands its one line on, and PowerShell reads the body in it with every value as it was', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { content, variables, filled } = odd(seed);
    const { text } = writeAs('curl (API key)', await requestOf(content), 'cmd');
    const line = text.split('\r\n').find((candidate) => candidate.startsWith('powershell')) ?? '';
    const [, , , command = ''] = readArguments(readCmd(line.replace(/ && \^$/, '')));
    const [, sum = ''] = /request\.json', (.*)\)$/s.exec(command) ?? [];
    const parts = sum.split(/^'|' \+ |^ \+ '|(?<=\)) \+ '|'$/);
    const json = parts.map((part) => {
      const variable = /^\(r '(\w+)'\)$/.exec(part)?.[1];
      return variable === undefined ? part : JSON.stringify(variables[variable]);
    });
    expect([seed, JSON.parse(json.join(''))]).toEqual([seed, filled]);
  }
});

test('cmd says so where its line would be too long', async () => {
  const warns = async (letters: number) => {
    const content = { type: 'Kafka', security: { brokerPublicCertificate: 'x'.repeat(letters) } };
    return writeAs('Atlas CLI', await requestOf(content), 'cmd').text.includes(
      '\r\nrem Too long for the Command Prompt',
    );
  };
  expect([await warns(6_000), await warns(8_000)]).toEqual([false, true]);
});
