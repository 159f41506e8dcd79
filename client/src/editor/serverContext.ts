// What the language server is told of this window: names and titles, never a value.
import { type Uri, workspace } from 'vscode';
import type { ContextParams } from '../../../server/src/protocol.ts';
import type { SecretStore } from './secrets/secretStore.ts';
import type { TargetStore } from './target/targetStore.ts';

/** As it is now. */
export async function serverContext(secrets: SecretStore, targets: TargetStore): Promise<ContextParams> {
  const titleOf = (scope: Uri | null) => {
    const targetTitle = targets.title(scope);
    return targetTitle === undefined ? {} : { targetTitle };
  };
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => ({ uri: uri.toString(), ...titleOf(uri) }));
  return { secretNames: await secrets.names(), folders, ...titleOf(null) };
}
