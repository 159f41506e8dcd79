// In Restricted Mode the Connections view is empty, whatever credentials there are: nothing is read and nothing is asked.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { createCredentialStore } from '../../../client/src/editor/credentials/credentialStore.ts';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { openNodes } from '../suite/watchWindow.ts';
import { askedOfSecrets, contextOfExtension } from './watchExtension.ts';

describe('the Connections view of a workspace that is not trusted', () => {
  it('shows no credential, reads no secret and asks nothing', async () => {
    const sandbox = await createSandbox();
    await commands.executeCommand('streamconn.connections.focus');
    const { secrets } = await contextOfExtension;
    const store = createCredentialStore(createKeyring(secrets, async () => false));
    const host = sandbox.origin as AtlasCredential['host'];
    const { serviceAccount } = sandbox.state.credentials.owner;
    await store.add({ kind: 'serviceAccount', host, ...serviceAccount }, 'prod');
    const asked = askedOfSecrets.length;
    assert.deepEqual(await openNodes(), []);
    assert.deepEqual(askedOfSecrets.slice(asked), []);
    assert.deepEqual(sandbox.requests, []);
    for (const { id } of await store.list()) await store.remove(id);
    await sandbox.stop();
  });
});
