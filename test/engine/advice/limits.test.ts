// The longest host and the largest port that an address may have, and what is one more.
import { expect, test } from 'vitest';
import { adviceOn } from '../../support/advice.ts';

const label = (length: number) => 'a'.repeat(length);
/** A host of so many characters. */
const host = (length: number) => [label(63), label(63), label(63), label(length - 195), 'ex'].join('.');

test.each([
  ['a label of 63', `https://${label(63)}.example.com`, true],
  ['a label of 64', `https://${label(64)}.example.com`, false],
  ['a label of 65', `https://${label(65)}.example.com`, false],
  ['a host of 253', `https://${host(253)}`, true],
  ['a host of 254', `https://${host(254)}`, false],
  ['the port 65535', 'https://example.com:65535', true],
  ['the port 65536', 'https://example.com:65536', false],
])('%s', async (_, url, isValid) => {
  const advice = JSON.stringify(await adviceOn({ type: 'Https', url }, '/url'));
  expect(advice.includes('invalid-url')).toBe(!isValid);
});
