// Which names of secrets a new file must not give to a secret of its own.
import { l10n, Uri } from 'vscode';
import { type ConnectionFile, connectionFilesIn } from '../files/namedFiles.ts';
import type { Uses } from '../services.ts';
import { lookFor } from '../window/ask.ts';
import { findSecretUses } from './secretUses.ts';

/** Those that are stored, or that a file of the workspace or one of `files` has. Undefined when `signal` aborts. */
export async function namesInUse(
  { secrets }: Uses<'secrets'>,
  files: readonly ConnectionFile[],
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const uses = await findSecretUses(signal);
  if (!uses) return undefined;
  return new Set([...(await secrets.names()), ...[...uses.files, ...files].flatMap((file) => file.secretNames)]);
}

/** Those that the new file must not use, also the ones of the files beside it. */
export function lookForNamesInUse(services: Uses<'secrets'>, newFile: Uri): Promise<ReadonlySet<string>> {
  return lookFor(l10n.t('Looking at the connection files there are…'), async (signal) =>
    namesInUse(services, await connectionFilesIn(Uri.joinPath(newFile, '..')), signal),
  );
}
