// The scripts for the three shells: the body arrives as it is meant, with the values that the environment has when they run.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canRun, isOnPath } from '../../support/needs.ts';
import { requestOf, useFolder, writeAs } from './exporting.ts';
import { odd } from './odd.ts';
import { readArguments, readCmd } from './readingCmd.ts';
import { readScript, readSum } from './readingPowerShell.ts';

const folder = useFolder();

const shells = ['sh', 'bash', 'dash', 'zsh', 'ksh'].filter(isOnPath);
const inShells = ['curl (service account)', 'curl (API key)', 'Atlas CLI', 'Atlas CLI (API)'];

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

describe.runIf(canRun('sh'))('the Atlas CLI', () => {
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

/** A tenant whose name is full of what ends a string somewhere. */
const tenantName = `o'r\`d$(e)"rs ’'@\\`;

const pem = { ...odd(1).content, c: "${file:certs/a “b” 'c'.pem}" };
const sources = { ...odd(1).variables, "file:certs/a “b” 'c'.pem": '-----BEGIN "X"-----\n$x`\n' };
const filledPem = { ...Object(odd(1).filled), c: sources["file:certs/a “b” 'c'.pem"] };

const atlasWords = {
  'Atlas CLI': ['streams', 'connections', 'create', '--projectId', '32b6e34b3d91647abb20e7b8', '--instance'],
  'Atlas CLI (API)': [
    'api',
    'streams',
    'createStreamConnection',
    '--groupId',
    '32b6e34b3d91647abb20e7b8',
    '--tenantName',
  ],
};

describe('PowerShell', () => {
  const signIn = { MONGODB_ATLAS_CLIENT_ID: 'id', MONGODB_ATLAS_CLIENT_SECRET: 'se cret' };
  const apiKey = { MONGODB_ATLAS_PUBLIC_API_KEY: 'p', MONGODB_ATLAS_PRIVATE_API_KEY: 'k' };

  test.each(inShells)('%s is parsed, and every value in it is as it was', async (label) => {
    for (let seed = 1; seed <= 20; seed++) {
      const { content, variables, filled } = odd(seed);
      const { text } = writeAs(label, await requestOf(content, { tenantName }), 'powershell');
      const { body } = await readScript(text, { ...variables, ...signIn, ...apiKey });
      expect([seed, JSON.parse(body)]).toEqual([seed, filled]);
    }
  });

  test('reads the text of a file where the connection names it', async () => {
    const { text } = writeAs('Atlas CLI', await requestOf(pem), 'powershell');
    expect(JSON.parse((await readScript(text, sources)).body)).toEqual(filledPem);
  });

  test.each(Object.entries(atlasWords))('%s is called with these words', async (label, called) => {
    const { text } = writeAs(label, await requestOf({ type: 'Sample' }, { tenantName }), 'powershell');
    expect((await readScript(text, {})).calls).toEqual([[...called, tenantName, '--file', '$file']]);
  });

  test('curl is called for the token, then with it', async () => {
    const path = "/a'b?envelope=true&pretty=true";
    const { text } = writeAs('curl (service account)', await requestOf({ type: 'Sample' }, { path }), 'powershell');
    const [token, create] = (await readScript(text, signIn)).calls;
    expect(token?.slice(2, 4)).toEqual(['--user', 'id:se cret']);
    expect(token?.at(-1)).toBe('https://cloud.mongodb.com/api/oauth/token');
    expect(create?.slice(2, 5)).toEqual(['--fail-with-body', '--oauth2-bearer', '$token']);
    expect(create?.slice(-3)).toEqual(['--data-binary', '@-', `https://cloud.mongodb.com${path}`]);
  });
});

describe('cmd hands its one line on, and', () => {
  async function bodyIn(text: string, outside: Readonly<Record<string, string>>): Promise<unknown> {
    const line = text.split('\r\n').find((candidate) => candidate.startsWith('powershell')) ?? '';
    const [, , , command = ''] = readArguments(readCmd(line.replace(/ && \^$/, '')));
    return JSON.parse(await readSum(command, outside));
  }

  test.each(inShells)('%s: PowerShell reads the body in it with every value as it was', async (label) => {
    for (let seed = 1; seed <= 20; seed++) {
      const { content, variables, filled } = odd(seed);
      const { text } = writeAs(label, await requestOf(content, { tenantName }), 'cmd');
      expect([seed, await bodyIn(text, variables)]).toEqual([seed, filled]);
    }
  });

  test('the text of a file where the connection names it', async () => {
    const { text } = writeAs('Atlas CLI', await requestOf(pem), 'cmd');
    expect(await bodyIn(text, sources)).toEqual(filledPem);
  });

  test.each(Object.entries(atlasWords))('%s is called with these words', async (label, called) => {
    const { text } = writeAs(label, await requestOf({ type: 'Sample' }, { tenantName }), 'cmd');
    const line = /^(atlas\.exe .*?)\r\ndel /ms.exec(text)?.[1]?.replaceAll(/ \^\r\n */g, ' ') ?? '';
    const words = readArguments(readCmd(line.replace('%TEMP%', 'C:\\Temp')));
    const file = 'C:\\Temp\\streamconn-request.json';
    expect(words).toEqual(['atlas.exe', ...called, tenantName, '--file', file]);
  });
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
