// Every command, called with whatever another extension, a keybinding or a link could give it: a message or nothing.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, extensions, languages, type TextDocument, Uri } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startAtlas } from './atlas.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { personWho } from './person.ts';

const all: readonly string[] = extensions
  .getExtension('streamconn.streamconn')
  ?.packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
const withHandler = all.filter((id) => id !== 'streamconn.showLog');

const malformed = /^What this command was called with is no address of a file, so nothing was done\.$/;

/** What is said when the command is called with these arguments, by a person who cancels every question. */
async function said(command: string, ...args: unknown[]): Promise<readonly string[]> {
  const person = personWho(...Array.from({ length: 20 }, () => [/(?:)/, undefined] as const));
  try {
    await commands.executeCommand(command, ...args);
  } finally {
    person.leave();
  }
  assert.ok(!person.seen.join().includes('Something went wrong'), `${command}: ${person.seen.join()}`);
  return person.seen;
}

const throws = () => {
  throw new Error('read');
};

/** What is no address of a file, though some of it pretends to be one. */
const noAddresses: Readonly<Record<string, unknown>> = {
  'a number': 42,
  'not a number': Number.NaN,
  'a big integer': 10n ** 100n,
  true: true,
  'a symbol': Symbol('evil'),
  'an object': { evil: true },
  'an object that is called __proto__': JSON.parse('{ "__proto__": { "polluted": true } }'),
  'an object without a prototype': Object.create(null),
  'an object like a Uri': { scheme: 'file', authority: '', path: '/etc/passwd', query: '', fragment: '' },
  'an object like a Uri, with its methods': { ...Uri.file('/etc/passwd'), toString: () => 'file:///etc/passwd' },
  'an object made of Uri': Object.create(Uri.prototype),
  'an object that throws when it is read': new Proxy({}, { get: throws, getPrototypeOf: throws, has: throws }),
  'an object that throws when it is text': { toString: throws, [Symbol.toPrimitive]: throws },
  'an array': ['file:///x.streamconn.json'],
  'a hundred thousand addresses': Array.from({ length: 100_000 }, () => Uri.file('/x.streamconn.json')),
  'a function': () => Uri.file('/etc/passwd'),
  'a class': Uri,
  'no text': '',
  'a text without a scheme': '/etc/passwd',
  'a relative path': '../x.streamconn.json',
  'a Windows path': '\\\\evil\\share\\x.streamconn.json',
  'an address that cannot be parsed': 'file:////////x',
  'ten million letters': 'x'.repeat(10_000_000),
  'ten million letters behind a scheme': `file:///${'x'.repeat(10_000_000)}`,
};

describe('the first argument of a command', () => {
  let sandbox: Sandbox;
  let visits = 0;
  const web = createServer((_, response) => {
    visits++;
    response.end(JSON.stringify(cluster));
  });
  before(async () => {
    sandbox = await startAtlas();
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    assert.deepEqual(sandbox.requests, []);
    assert.equal(visits, 0);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
  after(async () => {
    web.close();
    await closeAll();
    await sandbox.stop();
  });

  for (const [what, argument] of Object.entries(noAddresses)) {
    it(`${what} is refused by every command`, async () => {
      await openFile(cluster);
      for (const command of withHandler) {
        assert.match((await said(command, argument)).join(), malformed, command);
      }
    });
  }

  it('undefined and null are as good as none', async () => {
    await closeAll();
    for (const nothing of [undefined, null]) {
      assert.match(
        (await said('streamconn.createConnection', nothing)).join(),
        /^Open a \*\.streamconn\.json file first/,
      );
    }
  });

  const foreign = [
    'http://127.0.0.1:PORT/x.streamconn.json',
    'https://evil.example/x.streamconn.json',
    'command:workbench.action.closeWindow',
    'vscode://streamconn.streamconn/x.streamconn.json',
    'javascript:alert(1)//x.streamconn.json',
    'data:application/json,{}',
    'file:///etc/passwd',
    'file://evil.example/share/x.streamconn.json',
    'untitled:/x.streamconn.json',
    'vscode-userdata:/User/settings.json',
    'streamconn-response:/x.streamconn.json?1',
  ];
  const refusalOf = (text: string, command: string, refusal: RegExp) =>
    command === 'streamconn.createConnection' && !/^(file|untitled):/.test(text) ? onlyView : refusal;
  for (const text of foreign) {
    it(`${text} is not open, so nothing is read or sent`, async () => {
      const address = text.replace('PORT', String((web.address() as AddressInfo).port));
      for (const argument of [address, Uri.parse(address)]) {
        for (const [command, pointer, refusal] of onFiles) {
          assert.match((await said(command, argument, pointer)).join(), refusalOf(text, command, refusal), command);
        }
        for (const command of withHandler) await said(command, argument);
      }
    });
  }

  const others: readonly (readonly [string, () => Promise<TextDocument>])[] = [
    ['a file of another kind', () => openFile(cluster, '.json')],
    ['a file of another name in our language', () => openOther('.json', 'streamconn')],
    ['a connection file that is shown as another language', () => openOther('.streamconn.json', 'json')],
  ];
  for (const [what, open] of others) {
    it(`${what} is refused before anything is sent`, async () => {
      const document = await open();
      const isOurs = document.languageId === 'streamconn';
      for (const [command, pointer, refusal] of onFiles) {
        const words = (await said(command, document.uri, pointer)).join();
        // Whoever sets the language by hand means it: the file is checked like any other, and then asks who signs in.
        if (isOurs) assert.doesNotMatch(words, malformed);
        else assert.match(words, refusal, command);
      }
      if (!isOurs) assert.match((await said('streamconn.createConnection')).join(), onFiles[0][2]);
      await closeAll();
    });
  }
});

async function openOther(extension: string, language: string): Promise<TextDocument> {
  return languages.setTextDocumentLanguage(await openFile(cluster, extension), language);
}

/** What is said of an address that no file of a person has. */
const onlyView = / is only a view /;

/** The commands that work on a file, a second argument that they take, and what they say where there is no such file. */
const onFiles = [
  ['streamconn.createConnection', undefined, /^Open a \*\.streamconn\.json file first/],
  ['streamconn.moveToSecretStorage', '/name', /^There is no secret at this place now/],
  ['streamconn.insertPem', '/name', /^There is no text at this place/],
] as const;

describe('the other arguments of a command', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startAtlas();
  });
  after(async () => {
    await closeAll();
    await sandbox.stop();
  });

  const pointers: Readonly<Record<string, unknown>> = {
    ...noAddresses,
    nothing: undefined,
    null: null,
    'a pointer to nothing': '/nowhere',
    'a pointer through __proto__': '/__proto__/toString',
    'a pointer to constructor': '/constructor/name',
    'a pointer that is not one': '~2~~/',
    'a hundred thousand steps': '/a'.repeat(100_000),
    'a name with a path in it': '../../x',
    'a name with NUL': 'a\0b',
  };
  for (const [what, argument] of Object.entries(pointers)) {
    it(`${what}: nothing is changed, stored or sent`, async () => {
      const document = await openFile(cluster);
      const before = document.getText();
      for (const command of withHandler) {
        for (const args of [[argument], [argument, argument]]) {
          await said(command, command === 'streamconn.createConnection' ? undefined : document.uri, ...args);
        }
      }
      assert.equal(document.getText(), before);
      assert.deepEqual(sandbox.requests, []);
      assert.match((await said('streamconn.removeSecret')).join(), /^No secret is stored/);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      await closeAll();
    });
  }
});
