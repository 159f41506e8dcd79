// The language in which the server speaks: the client's, whose translations come with the first message, or English.
import * as l10n from '@vscode/l10n';

/** From now on says everything with the `words` of a client's `initializationOptions`; what has none there, in English. */
export function useWords(options: unknown): void {
  const words: unknown = isRecord(options) ? options.words : undefined;
  const entries = isRecord(words) ? Object.entries(words) : [];
  l10n.config({ contents: Object.fromEntries(entries.flatMap(([key, word]) => (isWord(word) ? [[key, word]] : []))) });
}

type Word = string | { message: string; comment: string[] };

function isWord(word: unknown): word is Word {
  return (
    typeof word === 'string' || (isRecord(word) && typeof word.message === 'string' && Array.isArray(word.comment))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
