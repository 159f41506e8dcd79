// Finds the connection file that a command is for, and has the language server make its live text ready to send.
import { l10n, type Uri, window } from 'vscode';
import type { PrepareRequestResult } from '../../../../server/src/protocol.ts';
import type { Uses } from '../services.ts';
import { refuse } from '../window/ask.ts';
import { pickFile } from './askFileOf.ts';
import { connectionTabs } from './connectionTabs.ts';
import { openText } from './liveText.ts';
import { filePath, isOwnFile } from './workspaceFile.ts';

/** `notOpen`: neither the file that was given nor, without one, any other. */
export type PrepareFileResult =
  | { readonly kind: 'notOpen' }
  | (Exclude<PrepareRequestResult, { readonly kind: 'notOpen' }> & { readonly file: Uri });

/** `given`, or the file in the active editor, or the only one that has a tab, or the one that a person picks. */
export async function prepareFile(
  services: Uses<'prepareRequest'>,
  given: Uri | undefined,
): Promise<PrepareFileResult> {
  const file = given ?? (await findFile());
  if (!file) return { kind: 'notOpen' };
  if (!isOwnFile(file)) {
    await refuse(
      l10n.t(
        '{0} is only a view (“{1}”), not a file of yours. Open the file itself, then try again.',
        filePath(file),
        file.scheme,
      ),
    );
  }
  const result = await services.prepareRequest(file.toString());
  return result.kind === 'notOpen' ? result : { ...result, file };
}

/** Undefined where there is no tab with a connection file. */
async function findFile(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === 'streamconn') return active.uri;
  const files = connectionTabs();
  const file = files.length < 2 ? files[0] : await pickFile(files, pickOptions());
  // The server knows what is open; a tab that VS Code has not filled yet is not.
  if (file) await openText(file);
  return file;
}

function pickOptions() {
  return {
    title: l10n.t('Connection file'),
    placeHolder: l10n.t('Several connection files are open. Which one is it?'),
  };
}
