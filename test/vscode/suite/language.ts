// What the language server gives inside VS Code.
import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  type MarkdownString,
  Position,
  type TextEdit,
} from 'vscode';
import { closeAll, cluster, diagnosticsBecome, openFile, retype } from './files.ts';
import { poll } from './poll.ts';

describe('language features', () => {
  after(closeAll);

  it('diagnostics appear and go', async () => {
    const document = await openFile({ ...cluster, type: 'Clustre' });
    await diagnosticsBecome(document, ['unknown-type']);
    await retype(document, JSON.stringify(cluster));
    await diagnosticsBecome(document, []);
    await retype(document, '{ "type": "Cluster", "name": "shop" }');
    await diagnosticsBecome(document, ['missing-property']);
    await closeAll();
    await diagnosticsBecome(document, []);
  });

  it('the built-in JSON server keeps out of these files', async () => {
    const document = await openFile('{ "type": "Sample", "name": "sample_stream_solar", }');
    await diagnosticsBecome(document, ['trailing-comma']);
  });

  it('completion', async () => {
    const document = await openFile('{ "type": "Kafka", "authentication": { "mechanism": "OAUTHBEARER",  } }');
    const labels = await poll('completions', async () => {
      const position = new Position(0, document.getText().indexOf('  }') + 1);
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('tokenEndpointUrl') ? found : undefined;
    });
    assert.ok(labels.includes('clientSecret'));
    assert.ok(!labels.includes('password'));
  });

  it('hover', async () => {
    const document = await openFile(cluster);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('clusterName') + 2),
    );
    const words = hovers.flatMap(({ contents }) => contents).map((part) => (part as MarkdownString).value);
    assert.match(words.join(), /Name of the cluster/);
  });

  it('formatting', async () => {
    const document = await openFile('{"type":"Sample","name":"sample_stream_solar"}');
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.ok(edits.length > 0);
  });

  it('code lenses: create, and the target', async () => {
    const document = await openFile(cluster);
    await poll('lenses', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const titles = lenses.map(({ command }) => command?.title);
      return titles.includes('$(cloud-upload) Create connection') && titles.includes('$(target) Choose target');
    });
  });
});
