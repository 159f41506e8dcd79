// In Restricted Mode the language features work, and none of them reads the environment.
import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  languages,
  MarkdownString,
  type TextDocument,
  type TextEdit,
} from 'vscode';
import { closeAll, diagnosticsBecome, openFile } from '../suite/files.ts';
import { personWho } from '../suite/person.ts';
import { poll } from '../suite/poll.ts';
import { askedOfSecrets } from './watchExtension.ts';

const variable = 'STREAMCONN_RESTRICTED_CANARY';
const value = 'canary-of-the-environment';
const file = { type: 'Https', name: 'h', url: `\${env:${variable}}`, methods: 'POST' };

/** Names of the variables that our code has read, be it the extension's or that of these tests; VS Code's copies them all. */
const variablesRead: string[] = [];
const ours = /[\\/](dist[\\/]extension\.js|suite[\\/]restricted\.cjs)/;
const { env } = process;

async function at<T>(command: string, document: TextDocument, place: string): Promise<T> {
  const position = document.positionAt(document.getText().indexOf(place) + 2);
  return commands.executeCommand<T>(command, document.uri, position);
}

describe('language features in a workspace that is not trusted', () => {
  let asked: number;
  before(() => {
    asked = askedOfSecrets.length;
    env[variable] = value;
    process.env = new Proxy(env, {
      get: (target, name) => {
        if (ours.test(String(new Error().stack).replace(/^.*\n.*\n/, ''))) variablesRead.push(String(name));
        return Reflect.get(target, name);
      },
    });
  });
  after(async () => {
    process.env = env;
    delete env[variable];
    await closeAll();
  });
  afterEach(() => {
    assert.ok(!variablesRead.includes(variable));
    assert.deepEqual(askedOfSecrets.slice(asked), []);
  });

  it('diagnostics', async () => {
    const document = await openFile({ type: 'Clustre', name: 'shop' });
    await diagnosticsBecome(document, ['unknown-type']);
  });

  it('completion', async () => {
    const document = await openFile({ ...file, authentication: {} });
    const list = await poll('completions', async () => {
      const found = await at<CompletionList>('vscode.executeCompletionItemProvider', document, '"Https"');
      return found.items.length > 0 ? found : undefined;
    });
    assert.ok(list.items.some(({ label }) => label === '"Kafka"'));
    assert.ok(!JSON.stringify(list).includes(value));
    const names = await at<CompletionList>('vscode.executeCompletionItemProvider', document, `:${variable}`);
    assert.ok(!JSON.stringify(names).includes(value));
  });

  it('hover, as Markdown that runs no command and holds no HTML', async () => {
    const document = await openFile(file);
    for (const [place, words] of [
      ['"url"', /`url` — /],
      ['"${env', new RegExp(`Placeholder \`env:${variable}\``)],
    ] as const) {
      const hovers = await at<Hover[]>('vscode.executeHoverProvider', document, place);
      const contents = hovers.flatMap((hover) => hover.contents);
      assert.ok(contents.length > 0);
      for (const content of contents) {
        assert.ok(content instanceof MarkdownString);
        assert.match(content.value, words);
        assert.ok(!content.isTrusted);
        assert.ok(!content.supportHtml);
        assert.ok(!content.value.includes(value));
      }
    }
  });

  it('formatting', async () => {
    const document = await openFile('{"type":"Sample","name":"sample_stream_solar"}');
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.ok(edits.length > 0);
  });

  it('lenses, which refuse when they are clicked', async () => {
    const document = await openFile(file);
    const lenses = await poll('lenses', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return found.length > 0 ? found : undefined;
    });
    for (const { command } of lenses) {
      const person = personWho();
      await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
      assert.deepEqual(person.leave(), []);
      assert.match(person.seen.join(), /^This workspace is not trusted/);
    }
  });

  it('nothing that is shown holds a value of the environment', async () => {
    const document = await openFile({ ...file, type: 'Htps' });
    await diagnosticsBecome(document, ['unknown-type']);
    assert.ok(!JSON.stringify(languages.getDiagnostics(document.uri)).includes(value));
  });

  it('whatever reads the variable would be seen', () => {
    assert.equal(process.env[variable], value);
    assert.equal(variablesRead.pop(), variable);
  });
});
