// The commands: id → handler, each in the one wrapper that checks trust and catches bugs.
import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { Parts } from '../parts.ts';
import { addCredential } from './addCredential.ts';
import { chooseTarget } from './chooseTarget.ts';
import { createConnection } from './createConnection.ts';
import { insertPem } from './insertPem.ts';
import { moveToSecretStorage } from './moveToSecretStorage.ts';
import { removeCredential } from './removeCredential.ts';
import { removeSecret } from './removeSecret.ts';
import { replaceCredential } from './replaceCredential.ts';
import { storeSecret } from './storeSecret.ts';
import { storeSecretFromFile } from './storeSecretFromFile.ts';

/** What stands behind the file's address is for each handler to check. */
type Handler = (parts: Parts, uri: Uri | undefined, ...others: unknown[]) => Promise<unknown>;

const handlers: Readonly<Record<string, Handler>> = {
  'streamconn.createConnection': createConnection,
  'streamconn.chooseTarget': chooseTarget,
  'streamconn.addCredential': addCredential,
  'streamconn.replaceCredential': replaceCredential,
  'streamconn.removeCredential': removeCredential,
  'streamconn.storeSecret': storeSecret,
  'streamconn.storeSecretFromFile': storeSecretFromFile,
  'streamconn.moveToSecretStorage': moveToSecretStorage,
  'streamconn.insertPem': insertPem,
  'streamconn.removeSecret': removeSecret,
};

/** Registers every command of package.json. */
export function registerCommands(parts: Parts): Disposable[] {
  const registered = Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, (file: unknown, ...others: unknown[]) =>
      run(parts, id, () => handler(parts, toUri(file), ...others)),
    ),
  );
  return [...registered, commands.registerCommand('streamconn.showLog', () => parts.log.show())];
}

async function run(parts: Parts, id: string, handler: () => Promise<unknown>): Promise<void> {
  if (!workspace.isTrusted) {
    await window.showErrorMessage(
      'This workspace is not trusted, so nothing is sent and no secret is read. Trust it first.',
    );
    return;
  }
  try {
    await handler();
  } catch (error) {
    parts.log.bug(id, error);
    const showLog = 'Show Log';
    const message = 'Something went wrong inside Stream Connections. Please report what the log says.';
    if ((await window.showErrorMessage(message, showLog)) === showLog) parts.log.show();
  }
}

/** A lens gives the file's address as text, the editor's title button as an object; anything else is not ours. */
function toUri(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  return typeof argument === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(argument) ? Uri.parse(argument) : undefined;
}
