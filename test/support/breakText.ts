// Damage to texts, as typing, pasting and other languages do it: what comes out is mostly no JSON any more.
import type { Random } from './random.ts';

type Damage = (text: string, random: Random) => string;

const marks = ['"', "'", '{', '}', '[', ']', ',', ':', '“', '”', '\\', '""', '\n'];
const comments = ['//', '/*', '*/', '// why\n', '/* why */', '/**/'];

const inSingleQuotes = (inside: string) => `'${inside}'`;
const inTypographicQuotes = (inside: string) => `“${inside}”`;

/** What adds no comment to a text that has none. */
const withoutComments: readonly Damage[] = [
  (text, random) => cut(text, random.below(text.length), 1),
  (text, random) => cut(text, atMark(text, random), 1),
  (text, random) => insert(text, random.below(text.length + 1), random.pick(marks)),
  (text, random) => insert(text, atMark(text, random), random.pick(marks)),
  (text, random) => swap(text, random.below(text.length - 1)),
  (text, random) => swap(text, Math.max(0, atMark(text, random) - 1)),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text.slice(random.below(text.length)),
  (text, random) => quoted(text, random, (inside) => inside),
  (text, random) => quoted(text, random, inSingleQuotes),
  (text, random) => quoted(text, random, inTypographicQuotes),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replaceAll(/"([^"\n]*)"/g, '“$1”'),
  (text) => text.replaceAll(/"([^"\n]*)":/g, '$1:'),
  (text) => text.replaceAll('\n', ' '),
];

const withComments: readonly Damage[] = [
  ...withoutComments,
  (text, random) => insert(text, random.below(text.length + 1), random.pick(comments)),
  (text, random) => insert(text, atMark(text, random), random.pick(comments)),
  (text) => text.replaceAll(/([,{])$/gm, '$1 // why'),
];

/** The text with one to three faults; with `addsComments`, comments are among them. */
export function breakText(text: string, random: Random, addsComments: boolean): string {
  let broken = text;
  for (let left = 1 + random.below(3); left > 0 && broken.length > 2; left--) {
    broken = random.pick(addsComments ? withComments : withoutComments)(broken, random);
  }
  return broken;
}

function atMark(text: string, random: Random): number {
  const found = [...text.matchAll(/["{}[\],:]/g)];
  return found.length === 0 ? 0 : random.pick(found).index;
}

function cut(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function swap(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** One string, key or value, in other quotes. */
function quoted(text: string, random: Random, change: (inside: string) => string): string {
  const strings = [...text.matchAll(/"([^"\n]*)"/g)];
  if (strings.length === 0) return text;
  const { index, 0: whole, 1: inside = '' } = random.pick(strings);
  return text.slice(0, index) + change(inside) + text.slice(index + whole.length);
}
