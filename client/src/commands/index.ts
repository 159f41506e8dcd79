// The commands: id → handler, each in the one wrapper that checks trust and catches bugs.
import { commands, type Disposable, l10n, type Uri, workspace } from 'vscode';
import type { Parts } from '../parts.ts';
import { ServerDown } from '../serverKeeper.ts';
import { say } from '../ui/say.ts';
import { sayServerNeeded } from '../ui/serverDown.ts';
import { isNode } from '../view/nodes.ts';
import { addCredential } from './addCredential.ts';
import { cancelLoading } from './cancelLoading.ts';
import { chooseAsTarget } from './chooseAsTarget.ts';
import { chooseTarget } from './chooseTarget.ts';
import { compareWithAtlas } from './compareWithAtlas.ts';
import { copyConnectionName } from './copyConnectionName.ts';
import { copyRequestAs } from './copyRequestAs.ts';
import { deleteConnection } from './deleteConnection.ts';
import { deployFolder } from './deployFolder.ts';
import { readAddress } from './fileAddress.ts';
import { insertPem } from './insertPem.ts';
import { moveToSecretStorage } from './moveToSecretStorage.ts';
import { newConnectionFile } from './newConnectionFile.ts';
import { newFileFromClipboard } from './newFileFromClipboard.ts';
import { openComparedFile } from './openComparedFile.ts';
import { previewRequest } from './previewRequest.ts';
import { pullAll } from './pullAll.ts';
import { pullConnection } from './pullConnection.ts';
import { refreshConnections } from './refreshConnections.ts';
import { removeAllCredentials } from './removeAllCredentials.ts';
import { removeCredential } from './removeCredential.ts';
import { removeSecret } from './removeSecret.ts';
import { renameCredential } from './renameCredential.ts';
import { replaceCredential } from './replaceCredential.ts';
import { restartLanguageServer } from './restartLanguageServer.ts';
import { createConnection, deployConnection, updateConnection } from './sendConnection.ts';
import { showSecrets } from './showSecrets.ts';
import { stopWaiting } from './stopWaiting.ts';
import { storeSecret } from './storeSecret.ts';
import { storeSecretFromClipboard } from './storeSecretFromClipboard.ts';
import { storeSecretFromFile } from './storeSecretFromFile.ts';
import { testCredential } from './testCredential.ts';
import { updateInAtlas } from './updateInAtlas.ts';
import { useAtlasVersion } from './useAtlasVersion.ts';

/** What stands behind the file's address is for each handler to check. */
type Handler = (parts: Parts, uri: Uri | undefined, ...others: unknown[]) => Promise<unknown>;

const handlers: Readonly<Record<string, Handler>> = {
  'streamconn.newConnectionFile': newConnectionFile,
  'streamconn.newFileFromClipboard': newFileFromClipboard,
  'streamconn.createConnection': createConnection,
  'streamconn.updateConnection': updateConnection,
  'streamconn.deployConnection': deployConnection,
  'streamconn.deployFolder': deployFolder,
  'streamconn.deploySelection': deployFolder,
  'streamconn.compareWithAtlas': compareWithAtlas,
  'streamconn.updateInAtlas': updateInAtlas,
  'streamconn.useAtlasVersion': useAtlasVersion,
  'streamconn.openComparedFile': openComparedFile,
  'streamconn.pullConnection': pullConnection,
  'streamconn.pullAll': pullAll,
  'streamconn.deleteConnection': deleteConnection,
  'streamconn.copyConnectionName': copyConnectionName,
  'streamconn.refreshConnections': refreshConnections,
  'streamconn.cancelLoading': cancelLoading,
  'streamconn.stopWaiting': stopWaiting,
  'streamconn.previewRequest': previewRequest,
  'streamconn.copyRequestAs': copyRequestAs,
  'streamconn.chooseTarget': chooseTarget,
  'streamconn.chooseAsTarget': chooseAsTarget,
  'streamconn.addCredential': addCredential,
  'streamconn.renameCredential': renameCredential,
  'streamconn.replaceCredential': replaceCredential,
  'streamconn.testCredential': testCredential,
  'streamconn.removeCredential': removeCredential,
  'streamconn.removeAllCredentials': removeAllCredentials,
  'streamconn.showSecrets': showSecrets,
  'streamconn.storeSecret': storeSecret,
  'streamconn.storeSecretFromFile': storeSecretFromFile,
  'streamconn.storeSecretFromClipboard': storeSecretFromClipboard,
  'streamconn.moveToSecretStorage': moveToSecretStorage,
  'streamconn.insertPem': insertPem,
  'streamconn.removeSecret': removeSecret,
  'streamconn.restartLanguageServer': restartLanguageServer,
};

/**
 * What a person may do in a workspace that is not trusted: remove what is stored, and restart the language server,
 * which works there, too. Nothing of the workspace is read for it and nothing is sent: there are no sessions here, and a trusted window
 * revokes its own tokens.
 */
const withoutTrust: ReadonlySet<string> = new Set([
  'streamconn.removeCredential',
  'streamconn.removeAllCredentials',
  'streamconn.removeSecret',
  'streamconn.restartLanguageServer',
]);

/** What menus of the Connections view call with a node of it, in place of a file's address. */
const onNodes: ReadonlySet<string> = new Set([
  'streamconn.deleteConnection',
  'streamconn.pullConnection',
  'streamconn.compareWithAtlas',
  'streamconn.pullAll',
  'streamconn.copyConnectionName',
  'streamconn.refreshConnections',
  'streamconn.chooseAsTarget',
  'streamconn.testCredential',
  'streamconn.renameCredential',
  'streamconn.replaceCredential',
  'streamconn.removeCredential',
]);

/** Registers every command of package.json. */
export function registerCommands(parts: Parts): Disposable[] {
  const registered = Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, (file: unknown, ...others: unknown[]) =>
      run(parts, id, () =>
        onNodes.has(id) && isNode(file) ? handler(parts, undefined, file) : handle(handler, parts, file, others),
      ),
    ),
  );
  return [...registered, commands.registerCommand('streamconn.showLog', () => parts.log.show())];
}

async function run(parts: Parts, id: string, handler: () => Promise<unknown>): Promise<void> {
  if (!workspace.isTrusted && !withoutTrust.has(id)) {
    const manage = l10n.t('Manage Workspace Trust');
    const message = l10n.t('This workspace is not trusted, so nothing is sent and no secret is read. Trust it first.');
    if ((await say.error(message, manage)) === manage) {
      await commands.executeCommand('workbench.trust.manage');
    }
    return;
  }
  try {
    await handler();
  } catch (error) {
    if (error instanceof ServerDown) return sayServerNeeded(parts.server);
    parts.log.bug(id, error);
    const showLog = l10n.t('Show Log');
    const message = l10n.t('Something went wrong inside Stream Connections. Please report what the log says.');
    if ((await say.error(message, showLog)) === showLog) parts.log.show();
  }
}

async function handle(handler: Handler, parts: Parts, file: unknown, others: unknown[]): Promise<void> {
  const address = readAddress(file);
  if (address.kind === 'malformed') {
    await say.error(l10n.t('What this command was called with is no address of a file, so nothing was done.'));
  } else {
    await handler(parts, address.uri, ...others);
  }
}
