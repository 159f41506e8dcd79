// What VS Code refused to do with a file: in the log, and to the person with what to do.
import { l10n, type Uri } from 'vscode';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import type { Refused } from '../window/vscodeAct.ts';
import { filePath } from './workspaceFile.ts';

type Log = Uses<'log'>;

export interface RefusedFile {
  readonly file: Uri;
  readonly refused: Refused;
}

/** Its text is as it was. */
export async function sayNotChanged({ log }: Log, { file, refused: { reason } }: RefusedFile): Promise<void> {
  const path = filePath(file);
  log.refused(path, reason);
  await say.error(
    l10n.t("{file} couldn't be changed. {reason} Make it writable, then try again.", { file: path, reason }),
  );
}

/** Its editor shows the new text. */
export async function sayNotSaved({ log }: Log, { file, refused: { reason } }: RefusedFile): Promise<void> {
  const path = filePath(file);
  log.refused(path, reason);
  await say.error(
    l10n.t("{file} was changed but couldn't be saved. {reason} Make it writable and save it, or revert it.", {
      file: path,
      reason,
    }),
  );
}
