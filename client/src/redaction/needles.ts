// The texts by which a secret is recognised.
import type { Needle } from './finder.ts';

/** What a shorter text has in common with a secret may be chance. */
const lineAtLeast = 8;
const partLength = 16;
const partDistance = 4;
const unwrappedAtLeast = 10;

/** For a text as it reads: the secret, its lines, and its base64. */
export function needlesOf(secret: string): Needle[] {
  const lines = secret.split(/[\r\n]+/);
  const long = lines.length > 1 ? lines.map((line) => line.trim()).filter((line) => line.length >= lineAtLeast) : [];
  const whole = [secret, secret.trim(), secret.toWellFormed()];
  return [...[...whole, ...long.filter((line) => !isArmour(line))].map((text) => ({ text })), ...base64Needles(secret)];
}

/** For a text without its white space: the same, and every part of a secret of several lines, however it is wrapped. */
export function unwrappedNeedlesOf(secret: string): Needle[] {
  const whole = { text: secret.replaceAll(/\s+/g, '') };
  return [whole, ...base64Needles(secret), ...partsOf(secret)].filter(({ text }) => text.length >= unwrappedAtLeast);
}

/** Overlapping parts of the lines, taken together: of any piece that is shown, they leave three characters at the most. */
function partsOf(secret: string): Needle[] {
  const lines = secret.split(/[\r\n]+/);
  if (lines.length < 2) return [];
  const shown = lines.filter((line) => !isArmour(line)).join('');
  const body = shown.replaceAll(/\s+/g, '');
  const parts = Array.from({ length: Math.ceil(body.length / partDistance) }, (_, index) =>
    body.slice(index * partDistance, index * partDistance + partLength),
  );
  return [...parts, body.slice(-partLength)].filter(({ length }) => length === partLength).map((text) => ({ text }));
}

/** `-----BEGIN PRIVATE KEY-----` is in every key, and no secret. */
function isArmour(line: string): boolean {
  return /^\s*-----[A-Z0-9 ]+-----\s*$/.test(line);
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
