// Connection files as their editors show them, or would show them, each checked and made ready to send.
import type { Uri } from 'vscode';
import type { ReadFile } from '../../core/deploy/plan.ts';
import { openText } from '../files/liveText.ts';
import { filePath } from '../files/workspaceFile.ts';
import { attempt } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';

const atOnce = 25;

/** In the order of `uris`; undefined when `signal` aborts before all have been read. */
export async function readFiles(
  services: Uses<'log' | 'prepareRequest'>,
  uris: readonly Uri[],
  signal: AbortSignal,
): Promise<readonly ReadFile[] | undefined> {
  const read: ReadFile[] = [];
  for (let from = 0; from < uris.length && !signal.aborted; from += atOnce) {
    read.push(...(await Promise.all(uris.slice(from, from + atOnce).map((uri) => readFile(services, uri)))));
  }
  return signal.aborted ? undefined : read;
}

async function readFile(services: Uses<'log' | 'prepareRequest'>, uri: Uri): Promise<ReadFile> {
  const document = await openText(uri);
  const known = { uri: uri.toString(), path: filePath(uri) };
  if (!document) return { ...known, isUnsaved: false, reading: { kind: 'unreadable' } };
  const reading = await attempt(services, 'streamconn.deployFolder', () => services.prepareRequest(known.uri));
  return { ...known, isUnsaved: document.isDirty, reading: reading ?? { kind: 'unchecked' } };
}
