// What a key tells of its value: by the words in it, in any spelling.
import table from '../../schemas/secrets.json' with { type: 'json' };
import { remembering } from './remembering.ts';

/** What a key tells of its value. */
export interface KeyJudgement {
  readonly isSecret: boolean;
  /** It tells something of a secret, such as its name or where it lies. */
  readonly isAbout: boolean;
  /** What stands in an object of that name is secret, too. */
  readonly holdsSecrets: boolean;
}

/** By the words in the key. */
export const judgeKey = remembering((key) => judge(wordsOf(key.slice(0, 200))));

const { keys } = table;

const anyWord = new RegExp([...keys.having, ...keys.endingIn, 'key'].join('|'));

/** Most keys have none of the words in them, which is quickly seen. */
export const mayBeOfSecret = remembering((key) => anyWord.test(key.toLowerCase().replaceAll(/\P{L}/gu, '')));

function judge(words: readonly string[]): KeyJudgement {
  const plain = words.join('');
  const last = words.at(-1) ?? '';
  const isAbout = keys.exceptEndingIn.includes(last) && !keys.butNot.some((one) => plain.endsWith(one));
  const holdsSecrets = !isAbout && keys.having.some((one) => plain.includes(one));
  const isKeyOf = last === 'key' && keys.keyOf.includes(words.at(-2) ?? '');
  return { isSecret: !isAbout && (holdsSecrets || keys.endingIn.includes(last) || isKeyOf), isAbout, holdsSecrets };
}

/** `sslKeyPassword`, `SSL_KEY_PASSWORD` and `ssl.key.password` alike as ssl, key, password; without numbers at the end. */
export function wordsOf(key: string): string[] {
  const spaced = key.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  const words = spaced.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return words.slice(0, words.findLastIndex((word) => !/^\d+$/.test(word)) + 1);
}
