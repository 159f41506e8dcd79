// The words of schemas/ and snippets/ in the language of the person who reads them.
import * as l10n from '@vscode/l10n';

/** An English text of the data, which is also its key; no string, so that nothing shows it but as `inWords` gives it. */
export interface Wording {
  readonly length: number;
}

/** The text in the person's language, `{key}` and other places filled with `values`; undefined where there is none. */
export function inWords<T extends Wording | undefined>(
  wording: T,
  values?: Readonly<Record<string, string>>,
): T extends undefined ? undefined : string;
export function inWords(
  wording: Wording | undefined,
  values: Readonly<Record<string, string>> = {},
): string | undefined {
  return wording && l10n.t(String(wording), values);
}
