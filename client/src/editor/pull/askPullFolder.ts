// Asks which folder pulled connections go into.
import { l10n, type Uri } from 'vscode';
import { askFolder } from '../files/askFolder.ts';

export function askPullFolder(title: string): Promise<Uri> {
  return askFolder({ title, placeHolder: l10n.t('The folder for the files'), openLabel: l10n.t('Pull Here') });
}
