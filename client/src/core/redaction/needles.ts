// The texts by which a secret is recognised.
import type { Needle } from './finder.ts';

const unwrappedAtLeast = 10;

/** For a text as it reads: the secret, and its base64. */
export function needlesOf(secret: string): Needle[] {
  const whole = [secret, secret.trim(), secret.toWellFormed()].map((text) => ({ text }));
  return [...whole, ...base64Needles(secret)];
}

/** For a text without its white space: the same, however it is wrapped. */
export function unwrappedNeedlesOf(secret: string): Needle[] {
  const whole = { text: withoutSpaces(secret) };
  return [whole, ...base64Needles(secret)].filter(({ text }) => text.length >= unwrappedAtLeast);
}

/** What a piece of tells something: `-----BEGIN PRIVATE KEY-----` is in every key. */
export function bodyOf(secret: string): string {
  return secret.replaceAll(/-----[A-Z0-9 ]+-----/g, '');
}

export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** What is to be seen of a secret inside a longer text in base64: three ways, by how its bytes fall into groups. */
function base64Needles(secret: string): Needle[] {
  const escaped = JSON.stringify(secret).slice(1, -1);
  const encoded = encodeURIComponent(secret.toWellFormed());
  const forms = new Set([secret, escaped, encoded, encoded.replaceAll('%20', '+')]);
  return [...forms].flatMap((form) => [0, 1, 2].flatMap((shift) => base64Of(form, shift)));
}

function base64Of(text: string, shift: number): Needle[] {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const sixths = (bytes.length * 8) / 6;
  // The first and the last character may hold bits of the neighbours; masked they are all the same.
  const first = Math.ceil((shift * 8) / 6);
  const before = shift === 0 ? 0 : 1;
  const after = Number.isInteger(sixths) ? 0 : 1;
  return (['base64', 'base64url'] as const).map((alphabet) => {
    const digits = bytes.toString(alphabet).slice(first, Math.floor(sixths));
    return { text: digits, before, after };
  });
}
