// What of a file or the clipboard becomes a secret.
import * as l10n from '@vscode/l10n';
import { fileSizeLimit } from '../../core/placeholders/fileBelow.ts';

/** The text as it is; but one line alone without the line break that editors and `echo` put behind it. */
export function toSecret(text: string): string {
  return /^([^\r\n]*)(?:\r\n|\r|\n)$/.exec(text)?.[1] ?? text;
}

/** Why a text of the clipboard cannot be a secret, with the next step; undefined where it can. */
export function clipboardFault(text: string): string | undefined {
  if (text.trim() === '') return l10n.t('the clipboard holds no text. Copy the value, then try again.');
  if (text.length > fileSizeLimit)
    return l10n.t('the clipboard holds more than {0} characters. Copy the value alone, then try again.', fileSizeLimit);
  return undefined;
}
