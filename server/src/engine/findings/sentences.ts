// The parts that messages are made of: what was written, lists of names, sentences.
import * as l10n from '@vscode/l10n';
import { withoutSecretParts } from '../../secrets.ts';
import { inWords, type Wording } from '../schema/wording.ts';

/** A key in quotation marks, in which somebody may have put a secret. */
export function quotedKey(written: string): string {
  return JSON.stringify(withoutSecretParts(written));
}

/** The names of a list as a person reads them: `"a", "b" or "c"`. */
export function oneOf(names: readonly unknown[]): string {
  return alternatives(names.filter((name) => name !== '').map((name) => JSON.stringify(name)));
}

/** With “or” before the last one. */
export function alternatives(words: readonly string[]): string {
  const [last = '', ...others] = words.toReversed();
  if (others.length === 0) return last;
  const list = others.reduceRight((before, word) => l10n.t('{0}, {1}', before, word));
  return l10n.t('{0} or {1}', list, last);
}

/** One behind the other. */
export function inSentences(...sentences: readonly string[]): string {
  return sentences.join(' ');
}

/** The first of a description, to go on behind a colon. */
export function firstSentence(description: Wording): string {
  const text = inWords(description);
  const sentence = /^.*?(?:[.!?](?=\s|$)|[。！？])/s.exec(text)?.[0] ?? `${text}.`;
  // English goes on in lower case behind a colon, but "ARN of …" and "SASL mechanism …" keep their capitals.
  const isLowered = text === description && /^[A-Z][a-z ]/.test(sentence);
  return isLowered ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
