// What a person may type into the boxes of a credential.
import { expect, test } from 'vitest';
import {
  checkLabel,
  checkPublicPart,
  checkSecretPart,
} from '../../../client/src/editor/credentials/credentialChecks.ts';

const uuid = '0f1e2d3c-1111-2222-3333-444455556666';

test.each([
  ['serviceAccount', 'mdb_sa_id_0123456789abcdef01234567'],
  ['serviceAccount', '  mdb_sa_id_0123456789abcdef01234567\n'],
  ['apiKey', 'abcdefgh'],
  ['apiKey', '\tABCDEFGH '],
] as const)('%s: the public part %j is fine, blanks around it too', (kind, text) => {
  expect(checkPublicPart(kind, text)).toBeUndefined();
});

test.each([
  ['serviceAccount', '', 'Type or paste a value, or press Escape to cancel.'],
  ['serviceAccount', '   ', 'Type or paste a value, or press Escape to cancel.'],
  ['serviceAccount', 'mdb_sa_sk_x', 'This is the client secret. Paste the client id, which begins with mdb_sa_id_.'],
  ['serviceAccount', 'mdb_sa_id_x:mdb_sa_sk_x', expect.stringMatching(/Copy it again, alone\.$/)],
  ['serviceAccount', 'client id: x', expect.stringMatching(/Copy it again, alone\.$/)],
  ['apiKey', 'mdb_sa_id_x', expect.stringMatching(/service account\. Press Escape/)],
  ['apiKey', uuid, 'This looks like the private key. Paste the public key, which is shorter.'],
  ['apiKey', 'abc"defg', expect.stringMatching(/Copy it again, alone\.$/)],
  ['apiKey', '[a](command:b)', expect.stringMatching(/Copy it again, alone\.$/)],
  ['apiKey', 'абвгдежз', expect.stringMatching(/Copy it again, alone\.$/)],
  ['apiKey', 'x'.repeat(1001), expect.stringMatching(/Copy it again, alone\.$/)],
] as const)('%s: the public part %j is not', (kind, text, message) => {
  expect(checkPublicPart(kind, text)).toEqual(message);
});

test.each([
  ['serviceAccount', 'mdb_sa_sk_a-b_c'],
  ['serviceAccount', ' mdb_sa_sk_a '],
  ['apiKey', uuid],
  ['apiKey', 'p:ass"w\\ord'],
] as const)('%s: the secret part %j is fine', (kind, text) => {
  expect(checkSecretPart(kind, text)).toBeUndefined();
});

test.each([
  ['serviceAccount', 'mdb_sa_id_x', /^This is the client id again\. Paste the client secret/],
  ['serviceAccount', 'canary secret', /Copy it again, alone\.$/],
  ['apiKey', 'canary\nsecret', /Copy it again, alone\.$/],
  ['apiKey', '', /^Type or paste a value/],
] as const)('%s: the secret part %j is not, and what is said does not repeat it', (kind, text, message) => {
  const said = checkSecretPart(kind, text) ?? '';
  expect(said).toMatch(message);
  expect(said).not.toContain('canary');
});

const others = [
  { id: '1', kind: 'apiKey', host: 'https://cloud.mongodb.com', label: 'prod', publicPart: 'abcdefgh' },
] as const;

test.each(['staging', ' staging ', 'Прод 😀', 'PROD'])('a credential may be called %j', (text) => {
  expect(checkLabel(text, others)).toBeUndefined();
});

test.each([
  ['', /^Type a label/],
  [' prod ', /^The credential for https:\/\/cloud\.mongodb\.com is called that already\. Type another label\.$/],
  ['a\u202eb', /none of them invisible/],
  ['x'.repeat(101), /at most 100 characters/],
])('it may not be called %j', (text, message) => {
  expect(checkLabel(text, others)).toMatch(message);
});
