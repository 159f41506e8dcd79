// The clipboard, which a browser or a remote desktop may keep from VS Code.
import { env, l10n } from 'vscode';
import type { Uses } from '../services.ts';
import { refuse } from './ask.ts';
import { say } from './say.ts';
import { tryAct } from './vscodeAct.ts';

/** The text of the clipboard. That it can't be read is said, which ends the command. */
export async function clipboardText({ log }: Uses<'log'>): Promise<string> {
  const read = await tryAct(() => env.clipboard.readText());
  if (read.kind === 'done') return read.value;
  log.refused('clipboard', read.reason);
  return refuse(l10n.t("The clipboard couldn't be read. {0} Allow VS Code to use it, then try again.", read.reason));
}

/** Puts the text into the clipboard. Returns false after showing that it can't be changed. */
export async function putOnClipboard({ log }: Uses<'log'>, text: string): Promise<boolean> {
  const written = await tryAct(() => env.clipboard.writeText(text));
  if (written.kind === 'done') return true;
  log.refused('clipboard', written.reason);
  await say.error(
    l10n.t("The clipboard couldn't be changed. {0} Allow VS Code to use it, then try again.", written.reason),
  );
  return false;
}
