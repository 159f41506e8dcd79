// Any secrets in any texts: what a reader could make of a masked text holds none of them.
import { expect, test } from 'vitest';
import { createRedactor } from '../../../client/src/core/redaction/redactor.ts';
import { type Random, withSeeds } from '../../support/random.ts';

interface Form {
  write(secret: string): string;
  read(text: string): string;
}

const toUnicode = (text: string) =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
const fromJson = (text: string) =>
  text.replaceAll(/\\(u[0-9a-fA-F]{4}|.)/gs, (written) => {
    try {
      return JSON.parse(`"${written}"`);
    } catch {
      return written;
    }
  });
const fromUrl = (text: string) =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
const html: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#x27;' };
const characters = Object.fromEntries(Object.entries(html).map(([char, written]) => [written, char]));

const forms: readonly Form[] = [
  { write: (secret) => secret, read: (text) => text },
  { write: (secret) => JSON.stringify(secret).slice(1, -1), read: fromJson },
  { write: (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'), read: fromJson },
  { write: toUnicode, read: fromJson },
  { write: encodeURIComponent, read: fromUrl },
  { write: (secret) => encodeURIComponent(secret).toLowerCase(), read: fromUrl },
  {
    write: (secret) => encodeURIComponent(secret).replaceAll('%20', '+'),
    read: (text) => fromUrl(text.replaceAll('+', ' ')),
  },
  {
    write: (secret) => secret.replaceAll(/[&<>"']/g, (char) => html[char] ?? char),
    read: (text) => text.replaceAll(/&(?:amp|lt|gt|#34|#x27);/g, (written) => characters[written] ?? written),
  },
];

const pieces = [
  ...'abcXYZ019._-~ /+%&<>"\'\\\n\t$^*()[]{}|?=#',
  'é',
  'ß',
  '漢',
  '😀',
  '\\n',
  '%41',
  '&amp;',
  '\\u0041',
];

function anySecret(random: Random): string {
  const middle = Array.from({ length: 3 + random.below(30) }, () => random.pick(pieces)).join('');
  return `k${middle}z${random.below(1000)}`;
}

/** What stands around secrets: letters that no escape begins or ends with. */
function anyWords(random: Random): string {
  return Array.from({ length: random.below(4) }, () => random.pick(['lorem', ': ', '{ ', ' }', ', ', 'x', '""'])).join(
    ' ',
  );
}

test('in one form or in two, no secret can be read', () =>
  withSeeds(300, (random) => {
    const secrets = Array.from({ length: 1 + random.below(5) }, () => anySecret(random));
    const redact = createRedactor(secrets);
    const text = Array.from({ length: 6 }, () => {
      const inside = random.pick(forms).write(random.pick(secrets));
      return `${anyWords(random)}|${random.below(2) ? random.pick(forms).write(inside) : inside}|${anyWords(random)}`;
    }).join('\n');
    const masked = redact(text);
    const readings = forms.flatMap(({ read }) => [read(masked), ...forms.map((second) => second.read(read(masked)))]);
    for (const secret of secrets) expect(readings.some((reading) => reading.includes(secret))).toBe(false);
    expect(redact(masked)).toBe(masked);
  }));

test('a text without them stays letter by letter', () =>
  withSeeds(100, (random) => {
    const secrets = Array.from({ length: 5 }, () => `${anySecret(random)}§`);
    // With whole escapes, a piece of eight characters would be in both by chance.
    const letters = pieces.filter(({ length }) => length === 1);
    const text = Array.from({ length: 200 }, () => random.pick(letters)).join('');
    expect(createRedactor(secrets)(text)).toBe(text);
  }));

test('whatever is cut from a secret, no eight characters of it remain', () =>
  withSeeds(300, (random) => {
    const secret = anySecret(random);
    const length = Math.min(secret.length, 8 + random.below(24));
    const at = random.pick([0, secret.length - length, random.below(secret.length - length + 1)]);
    const piece = secret.slice(at, at + length);
    if (!piece.isWellFormed()) return;
    const [write, before, after] = [random.pick(forms).write, anyWords(random), anyWords(random)];
    const masked = createRedactor([secret])(`${before} "${write(piece)}" ${after}`);
    const left = Array.from({ length: Math.max(0, piece.length - 7) }, (_, from) => piece.slice(from, from + 8));
    const readings = forms.map(({ read }) => read(masked));
    expect(left.filter((text) => readings.some((reading) => reading.includes(text)))).toEqual([]);
  }));

test('in base64, each character that holds a bit of it is masked', () =>
  withSeeds(100, (random) => {
    const secret = anySecret(random);
    const [before, after] = [random.below(7), random.below(7)];
    const whole = Buffer.from(`${'u'.repeat(before)}${secret}${'v'.repeat(after)}`);
    const encoded = whole.toString(random.pick(['base64', 'base64url']));
    const from = Math.floor((before * 8) / 6);
    const to = Math.ceil(((whole.length - after) * 8) / 6);
    expect(createRedactor([secret])(`Basic ${encoded}.`)).toBe(
      `Basic ${encoded.slice(0, from)}•••${encoded.slice(to)}.`,
    );
  }));
