// Asks for a value that is stored.
import { l10n } from 'vscode';
import { type } from '../window/ask.ts';

/** One masked line as it was typed; `prompt` is a sentence. */
export async function askSecret(title: string, prompt: string, check = mustNotBeEmpty): Promise<string> {
  const note = `${prompt} ${l10n.t("It is kept in VS Code's secret storage, never in a file.")}`;
  return type({ title, prompt: note, password: true, validateInput: check });
}

function mustNotBeEmpty(text: string): string | undefined {
  return text.trim() === '' ? l10n.t('Type or paste a value, or press Escape to cancel.') : undefined;
}
