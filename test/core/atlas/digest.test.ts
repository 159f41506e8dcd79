// HTTP Digest: the published vectors, and challenges friendly and hostile.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answerDigest, type DigestChallenge, parseDigestChallenge } from '../../../client/src/core/atlas/digest.ts';

describe('RFC 7616 section 3.9.1', () => {
  const challenge = {
    realm: 'http-auth@example.org',
    nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
    opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    stale: false,
  };
  const request = {
    method: 'GET',
    uri: '/dir/index.html',
    username: 'Mufasa',
    password: 'Circle of Life',
    nonceCount: 1,
    cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  };

  test.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ] as const)('%s', (algorithm, response) => {
    const header = answerDigest({ ...challenge, algorithm }, request);
    expect(header).toContain(`response="${response}"`);
    expect(header).toMatch(/^Digest username="Mufasa", realm="http-auth@example\.org", uri="\/dir\/index\.html"/);
    expect(header).toContain(', nc=00000001, ');
    expect(header).toContain(`opaque="${challenge.opaque}"`);
  });

  test('quotes and backslashes are escaped in what is quoted, and not in what is hashed', () => {
    const odd = { ...challenge, algorithm: 'MD5', realm: 'a "b" \\c', nonce: 'n"\\', opaque: '"' } as const;
    const header = answerDigest(odd, { ...request, username: 'Mu"fa\\sa' });
    expect(header).toContain('username="Mu\\"fa\\\\sa", realm="a \\"b\\" \\\\c"');
    expect(header).toContain('nonce="n\\"\\\\"');
    expect(header).toContain('opaque="\\""');
    const hash = (text: string) => createHash('md5').update(text).digest('hex');
    const secret = hash('Mu"fa\\sa:a "b" \\c:Circle of Life');
    const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
    const expected = hash(`${secret}:n"\\:00000001:${cnonce}:auth:${hash('GET:/dir/index.html')}`);
    expect(header).toContain(`response="${expected}"`);
    expect(parseDigestChallenge(header.replace('username', 'x'))).toMatchObject({ realm: odd.realm, nonce: odd.nonce });
  });

  test('each answer has a client nonce of its own, and counts in hexadecimal', () => {
    const { cnonce: _, ...fresh } = { ...request, nonceCount: 26 };
    const answers = [1, 2].map(() => answerDigest({ ...challenge, algorithm: 'MD5' }, fresh));
    expect(answers[0]).not.toBe(answers[1]);
    expect(answers[0]).toContain('nc=0000001a');
  });
});

describe('challenges', () => {
  const parsed = (over: Partial<DigestChallenge> = {}): DigestChallenge => ({
    realm: 'r',
    nonce: 'n',
    opaque: undefined,
    algorithm: 'MD5',
    stale: false,
    ...over,
  });

  test.each<[string, string | string[] | undefined, DigestChallenge | undefined]>([
    [
      'as Atlas writes it',
      'Digest realm="MMS Public API", domain="", nonce="n", algorithm=MD5, qop="auth", stale=false',
      parsed({ realm: 'MMS Public API' }),
    ],
    ['without an algorithm', 'Digest realm="r", nonce="n", qop="auth"', parsed()],
    ['with unusual spaces and case', 'dIGEST  REALM = "r" ,nonce="n",  QOP = "auth-int, auth"', parsed()],
    [
      'with a comma and an escaped quote inside',
      'Digest realm="a, \\"b\\" Basic x=1", nonce="n", qop=auth',
      parsed({ realm: 'a, "b" Basic x=1' }),
    ],
    ['stale', 'Digest realm="r", nonce="n", qop="auth", stale=TRUE', parsed({ stale: true })],
    ['with opaque', 'Digest realm="r", nonce="n", qop="auth", opaque="o"', parsed({ opaque: 'o' })],
    ['beside Basic in one header', 'Basic realm="b", Digest realm="r", nonce="n", qop="auth"', parsed()],
    ['beside Basic in two headers', ['Basic realm="b"', 'Digest realm="r", nonce="n", qop="auth"'], parsed()],
    [
      'twice: the stronger one',
      'Digest realm="r", nonce="n", qop="auth", algorithm=MD5, Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256',
      parsed({ algorithm: 'SHA-256' }),
    ],
    ['absent', undefined, undefined],
    ['empty', '', undefined],
    ['Basic only', 'Basic realm="r"', undefined],
    ['with an unknown algorithm', 'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-512-256', undefined],
    ['with auth-int only', 'Digest realm="r", nonce="n", qop="auth-int"', undefined],
    ['without qop', 'Digest realm="r", nonce="n"', undefined],
    ['without a nonce', 'Digest realm="r", qop="auth"', undefined],
  ])('%s', (_, header, expected) => {
    expect(parseDigestChallenge(header)).toEqual(expected);
  });
});
