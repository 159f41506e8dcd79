// The commands: id → what it runs, what it stands on, whether it needs trust; each in the one wrapper that catches bugs.
import { CancellationError, commands, type Disposable, l10n, type Uri, workspace } from 'vscode';
import type { CredentialEntry } from '../core/place.ts';
import { copyRequestAs } from './copyRequest/copyRequestAs.ts';
import { previewRequest } from './copyRequest/previewRequest.ts';
import { addCredential } from './credentials/addCredential.ts';
import { removeAllCredentials } from './credentials/removeAllCredentials.ts';
import { removeCredential } from './credentials/removeCredential.ts';
import { renameCredential } from './credentials/renameCredential.ts';
import { replaceCredential } from './credentials/replaceCredential.ts';
import { testCredential } from './credentials/testCredential.ts';
import { compareWithAtlas } from './deploy/compareWithAtlas.ts';
import { deleteConnection } from './deploy/deleteConnection.ts';
import { openComparedFile } from './deploy/openComparedFile.ts';
import { createConnection, deployConnection, updateConnection } from './deploy/sendConnection.ts';
import { updateInAtlas } from './deploy/updateInAtlas.ts';
import { useAtlasVersion } from './deploy/useAtlasVersion.ts';
import { deployFolder } from './deployFolder/deployFolder.ts';
import { readAddress, readAddresses } from './files/fileAddress.ts';
import { restartLanguageServer } from './languageServer/restartLanguageServer.ts';
import { sayServerNeeded } from './languageServer/serverDown.ts';
import { ServerDown } from './languageServer/serverKeeper.ts';
import { newConnectionFile } from './newFile/newConnectionFile.ts';
import { newFileFromClipboard } from './newFile/newFileFromClipboard.ts';
import { pullAll } from './pull/pullAll.ts';
import { pullConnection } from './pull/pullConnection.ts';
import { insertPem } from './secrets/insertPem.ts';
import { moveToSecretStorage } from './secrets/moveToSecretStorage.ts';
import { removeSecret } from './secrets/removeSecret.ts';
import { showSecrets } from './secrets/showSecrets.ts';
import { storeSecret, storeSecretFromClipboard, storeSecretFromFile } from './secrets/storeSecret.ts';
import type { Services } from './services.ts';
import { chooseAsTarget } from './target/chooseAsTarget.ts';
import { chooseTarget } from './target/chooseTarget.ts';
import {
  type ConnectionNode,
  credentialOf,
  type InstanceNode,
  isConnectionNode,
  isInstanceNode,
  isNode,
  type ViewNode,
} from './view/nodes.ts';
import { copyConnectionName, refreshConnections } from './view/viewCommands.ts';
import { refuse } from './window/ask.ts';
import { say } from './window/say.ts';

/** What a command stands on. Each can be called without it, as from the palette; a command finds or asks for it then. */
type Standing =
  | { readonly on: 'nothing'; run(services: Services): Promise<unknown> }
  /** A file, or the folder that one is to be in. */
  | { readonly on: 'file'; run(services: Services, file: Uri | undefined): Promise<unknown> }
  /** A string in a file, by its JSON Pointer. */
  | {
      readonly on: 'string';
      run(services: Services, file: Uri | undefined, pointer: string | undefined): Promise<unknown>;
    }
  /** A secret of a file, by its name. */
  | { readonly on: 'secret'; run(services: Services, name: string | undefined): Promise<unknown> }
  /** What is selected in the explorer. */
  | { readonly on: 'selection'; run(services: Services, selected: readonly Uri[]): Promise<unknown> }
  /** A connection of the view, or else a file. */
  | {
      readonly on: 'connection';
      run(services: Services, node: ConnectionNode | undefined, file: Uri | undefined): Promise<unknown>;
    }
  | { readonly on: 'instance'; run(services: Services, node: InstanceNode | undefined): Promise<unknown> }
  | { readonly on: 'node'; run(services: Services, node: ViewNode | undefined): Promise<unknown> }
  /** A credential: that of a node of the view, or by its id. */
  | {
      readonly on: 'credential';
      run(services: Services, credential: CredentialEntry | string | undefined): Promise<unknown>;
    };

/**
 * `untrusted`: what a person may do in a workspace that is not trusted. Nothing of the workspace is read for it and nothing
 * is sent: there are no sessions here, and a trusted window revokes its own tokens.
 */
type Command = Standing & { readonly untrusted?: true };

const table: Readonly<Record<string, Command>> = {
  'streamconn.newConnectionFile': { on: 'file', run: newConnectionFile },
  'streamconn.newFileFromClipboard': { on: 'file', run: newFileFromClipboard },
  'streamconn.createConnection': { on: 'file', run: createConnection },
  'streamconn.updateConnection': { on: 'file', run: updateConnection },
  'streamconn.deployConnection': { on: 'file', run: deployConnection },
  'streamconn.deployFolder': { on: 'selection', run: deployFolder },
  'streamconn.deploySelection': { on: 'selection', run: deployFolder },
  'streamconn.compareWithAtlas': { on: 'connection', run: compareWithAtlas },
  'streamconn.updateInAtlas': { on: 'file', run: updateInAtlas },
  'streamconn.useAtlasVersion': { on: 'file', run: useAtlasVersion },
  'streamconn.openComparedFile': { on: 'file', run: openComparedFile },
  'streamconn.pullConnection': { on: 'connection', run: pullConnection },
  'streamconn.pullAll': { on: 'instance', run: pullAll },
  'streamconn.deleteConnection': { on: 'connection', run: deleteConnection },
  'streamconn.copyConnectionName': { on: 'connection', run: copyConnectionName },
  'streamconn.refreshConnections': { on: 'node', run: refreshConnections },
  'streamconn.cancelLoading': { on: 'nothing', run: async ({ view }) => view.cancel() },
  'streamconn.stopWaiting': { on: 'nothing', run: ({ waiting }) => waiting.askToStop() },
  'streamconn.previewRequest': { on: 'file', run: previewRequest },
  'streamconn.copyRequestAs': { on: 'file', run: copyRequestAs },
  'streamconn.chooseTarget': { on: 'file', run: chooseTarget },
  'streamconn.chooseAsTarget': { on: 'instance', run: chooseAsTarget },
  'streamconn.addCredential': { on: 'nothing', run: addCredential },
  'streamconn.renameCredential': { on: 'credential', run: renameCredential },
  'streamconn.replaceCredential': { on: 'credential', run: replaceCredential },
  'streamconn.testCredential': { on: 'credential', run: testCredential },
  'streamconn.removeCredential': { on: 'credential', run: removeCredential, untrusted: true },
  'streamconn.removeAllCredentials': { on: 'nothing', run: removeAllCredentials, untrusted: true },
  'streamconn.showSecrets': { on: 'nothing', run: showSecrets },
  'streamconn.storeSecret': { on: 'secret', run: storeSecret },
  'streamconn.storeSecretFromFile': { on: 'secret', run: storeSecretFromFile },
  'streamconn.storeSecretFromClipboard': { on: 'secret', run: storeSecretFromClipboard },
  'streamconn.moveToSecretStorage': { on: 'string', run: moveToSecretStorage },
  'streamconn.insertPem': { on: 'string', run: insertPem },
  'streamconn.removeSecret': { on: 'nothing', run: removeSecret, untrusted: true },
  'streamconn.restartLanguageServer': { on: 'nothing', run: restartLanguageServer, untrusted: true },
  'streamconn.showLog': { on: 'nothing', run: async ({ log }) => log.show(), untrusted: true },
};

/** Registers every command of package.json. */
export function registerCommands(services: Services): Disposable[] {
  return Object.entries(table).map(([id, command]) =>
    commands.registerCommand(id, (...args: readonly unknown[]) => runSafely(services, id, command, args)),
  );
}

async function runSafely(services: Services, id: string, command: Command, args: readonly unknown[]): Promise<void> {
  try {
    if (!workspace.isTrusted && !command.untrusted) await refuseUntrusted();
    else await run(services, command, args);
  } catch (error) {
    // The person has closed a question, or has been told what stands in the way.
    if (error instanceof CancellationError) return;
    if (error instanceof ServerDown) return sayServerNeeded(services.server);
    services.log.bug(id, error);
    const showLog = l10n.t('Show Log');
    const message = l10n.t('Something went wrong inside Stream Connections. Please report what the log says.');
    if ((await say.error(message, showLog)) === showLog) services.log.show();
  }
}

async function refuseUntrusted(): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const message = l10n.t('This workspace is not trusted, so nothing is sent and no secret is read. Trust it first.');
  if ((await say.error(message, manage)) === manage) await commands.executeCommand('workbench.trust.manage');
}

/** Arguments come from anybody: each is taken for what the command stands on only where it is that. */
async function run(services: Services, command: Command, [first, second]: readonly unknown[]): Promise<unknown> {
  const node = onNodes.has(command.on) && isNode(first) ? first : undefined;
  const file = node ? undefined : await fileOf(first);
  switch (command.on) {
    case 'nothing':
      return command.run(services);
    case 'file':
      return command.run(services, file);
    case 'string':
      return command.run(services, file, textOf(second));
    case 'secret':
      return command.run(services, textOf(second));
    case 'selection':
      return command.run(services, await selectedOf(file, second));
    case 'connection':
      return command.run(services, isConnectionNode(node) ? node : undefined, file);
    case 'instance':
      return command.run(services, isInstanceNode(node) ? node : undefined);
    case 'node':
      return command.run(services, node);
    case 'credential':
      return command.run(services, node ? credentialOf(node) : textOf(second));
  }
}

const onNodes: ReadonlySet<Command['on']> = new Set(['connection', 'instance', 'node', 'credential']);

function textOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}

async function fileOf(argument: unknown): Promise<Uri | undefined> {
  const address = readAddress(argument);
  return address.kind === 'malformed' ? refuseMalformed() : address.uri;
}

/** The explorer gives what was clicked, and all that is selected. */
async function selectedOf(clicked: Uri | undefined, selection: unknown): Promise<readonly Uri[]> {
  const selected = readAddresses(selection) ?? (await refuseMalformed());
  return selected.length > 0 || !clicked ? selected : [clicked];
}

function refuseMalformed(): Promise<never> {
  return refuse(l10n.t('What this command was called with is no address of a file, so nothing was done.'));
}
