// The words of schemas/ and snippets/ in the language of the person who reads them.
import * as l10n from '@vscode/l10n';

/** An English text of the data, which is also its key. What a person reads is what `inWords` makes of it. */
export type Wording = string & { readonly [english]: true };

declare const english: unique symbol;

/** The text in the person's language, `{key}` and other places filled with `values`; undefined where there is none. */
export function inWords<T extends Wording | undefined>(
  wording: T,
  values?: Readonly<Record<string, string>>,
): T extends undefined ? undefined : string;
export function inWords(
  wording: Wording | undefined,
  values: Readonly<Record<string, string>> = {},
): string | undefined {
  return wording && l10n.t(wording, values);
}
