// When the extension starts, and what it leaves alone.
import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { labelOf, signIn, signOut, startAtlas } from './atlas.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { personWho } from './person.ts';
import { poll } from './poll.ts';

const extension = () => {
  const found = extensions.getExtension('streamconn.streamconn');
  assert.ok(found);
  return found;
};

describe('activation', () => {
  after(closeAll);

  it('a plain JSON file does not start it', async () => {
    const document = await openFile({ type: 'Kafka' }, '.json');
    assert.equal(document.languageId, 'json');
    assert.equal(extension().isActive, false);
  });

  it('a *.streamconn.json file starts it', async () => {
    const document = await openFile(cluster);
    assert.equal(document.languageId, 'streamconn');
    await poll('activation', () => extension().isActive);
  });

  it('nothing of HTTP is loaded by that, and loading it does not change the fetch of the extension host', async () => {
    const loaded = () => Object.keys(require.cache).filter((file) => /[\\/]dist[\\/]/.test(file));
    const dispatcher = () => (globalThis as Record<symbol, unknown>)[Symbol.for('undici.globalDispatcher.1')];
    assert.ok(loaded().some((file) => file.endsWith('extension.js')));
    assert.ok(!loaded().some((file) => file.endsWith('atlas.js')));
    const sandbox = await startAtlas({ withTarget: false });
    await fetch(sandbox.origin);
    const before = [fetch, dispatcher()];
    await signIn(sandbox, 'apiKey');
    const person = personWho([/project$/, undefined]);
    await commands.executeCommand('streamconn.chooseTarget');
    person.leave();
    assert.ok(loaded().some((file) => file.endsWith('atlas.js')));
    assert.deepEqual([fetch === before[0], dispatcher() === before[1]], [true, true]);
    assert.ok(before[1]);
    await signOut(labelOf(sandbox, 'apiKey'));
    await sandbox.stop();
  });
});
