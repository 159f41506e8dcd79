// What is said of real certificates and keys, which are made anew for each run.
import { describe, expect, test } from 'vitest';
import { certificates } from '../../server/src/certificates.ts';
import { createEngine, toPointer } from '../../server/src/engine/index.ts';
import { makeIdentity } from '../support/certificate.ts';
import { toText } from '../support/cursor.ts';

const now = Date.UTC(2030, 0, 1);
const own = makeIdentity();
const other = makeIdentity();
const rsa = makeIdentity({ keyType: 'rsa' });

interface Written {
  readonly sslCertificate: string;
  readonly sslKey: string;
  readonly sslKeyPassword?: string;
}

function fileWith(authentication: Written, brokerPublicCertificate?: string): string {
  return JSON.stringify({
    type: 'Kafka',
    name: 'orders',
    bootstrapServers: 'broker.example.com:9093',
    authentication,
    security: { protocol: 'SSL', ...(brokerPublicCertificate ? { brokerPublicCertificate } : {}) },
  });
}

/** Findings but for the one that there is a secret in the file, which is always right here. */
async function findingsIn(content: string, options = { certificates }) {
  const findings = await createEngine(options).findings(toText(content), { now, secretNames: [] });
  return findings.filter(({ code }) => code !== 'inline-secret');
}

const codesFor = async (...args: Parameters<typeof fileWith>) =>
  (await findingsIn(fileWith(...args))).map(({ code, path }) => `${code} ${toPointer(path)}`);

describe('nothing is wrong', () => {
  test.each([
    ['an elliptic key', own],
    ['an RSA key', rsa],
  ])('with %s and its certificate', async (_, { certificate, keyPem }) => {
    expect(await codesFor({ sslCertificate: certificate, sslKey: keyPem() }, certificate)).toEqual([]);
  });

  test('with a chain behind the certificate, and text around the blocks', async () => {
    const chain = `subject=CN = test\n${own.certificate}\n${other.certificate}`;
    expect(await codesFor({ sslCertificate: chain, sslKey: own.keyPem() }, chain)).toEqual([]);
  });

  test('with the older armour of keys, and curve parameters before it', async () => {
    const pkcs1 = String(rsa.key.export({ type: 'pkcs1', format: 'pem' }));
    const sec1 = String(own.key.export({ type: 'sec1', format: 'pem' }));
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    expect(await codesFor({ sslCertificate: rsa.certificate, sslKey: pkcs1 })).toEqual([]);
    expect(await codesFor({ sslCertificate: own.certificate, sslKey: parameters + sec1 })).toEqual([]);
  });

  test('with an encrypted key and its passphrase', async () => {
    const written = { sslCertificate: other.certificate, sslKey: own.keyPem('open'), sslKeyPassword: 'open' };
    expect(await codesFor(written)).toEqual([]);
  });

  test('that could be told without a reader of certificates', async () => {
    const faulty = fileWith({ sslCertificate: other.certificate, sslKey: own.keyPem() });
    expect((await findingsIn(faulty)).length).toBeGreaterThan(0);
    const findings = await createEngine().findings(toText(faulty), { now });
    expect(findings.map(({ code }) => code)).toEqual(['inline-secret']);
  });
});

describe('key and certificate', () => {
  test.each([
    ['of another elliptic key', other],
    ['of a key of another kind', rsa],
  ])('%s do not belong together', async (_, { certificate }) => {
    expect(await codesFor({ sslCertificate: certificate, sslKey: own.keyPem() })).toEqual([
      'key-mismatch /authentication/sslKey',
    ]);
  });

  test('the certificate stands behind the chain', async () => {
    const sslCertificate = other.certificate + own.certificate;
    const findings = await findingsIn(fileWith({ sslCertificate, sslKey: own.keyPem() }));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('Put it first.')]);
  });

  test('an encrypted key wants its passphrase', async () => {
    expect(await codesFor({ sslCertificate: own.certificate, sslKey: own.keyPem('open') })).toEqual([
      'key-needs-password /authentication/sslKey',
    ]);
  });
});

describe('validity', () => {
  const expired = makeIdentity({ validTo: new Date('2029-12-31T00:00:00Z') });
  const early = makeIdentity({ validFrom: new Date('2030-01-02T00:00:00Z') });

  test.each([
    ['expired', expired, 'This certificate expired on 2029-12-31. '],
    ['not valid yet', early, 'This certificate is valid only from 2030-01-02 on. '],
  ])('%s', async (_, { certificate }, message) => {
    const findings = await findingsIn(
      fileWith({ sslCertificate: '${file:c.pem}', sslKey: '${file:k.pem}' }, own.certificate + certificate),
    );
    expect(findings).toMatchObject([
      { code: 'certificate-validity', severity: 'warning', message: expect.stringContaining(message) },
    ]);
  });

  test('ends while the file is open', () => {
    const engine = createEngine({ certificates });
    const text = toText(fileWith({ sslCertificate: '${file:c.pem}', sslKey: '${file:k.pem}' }, expired.certificate));
    const codes = (time: number) => engine.findings(text, { now: time }).map(({ code }) => code);
    expect(codes(Date.UTC(2029, 11, 30))).toEqual([]);
    expect(codes(Date.UTC(2030, 0, 1))).toEqual(['certificate-validity']);
  });

  test('is drawn on the block, though it stands behind another one with escapes', async () => {
    const content = fileWith({ sslCertificate: own.certificate + expired.certificate, sslKey: own.keyPem() });
    const [finding] = await findingsIn(content);
    expect(finding && toText(content).getText(finding.range)).toBe(
      JSON.stringify(expired.certificate.trimEnd()).slice(1, -1),
    );
  });
});

describe('form', () => {
  const broken = (pem: string) => pem.trimEnd().replaceAll('\n', ' ');

  test.each([
    ['spaces for line breaks', broken],
    ['nothing for line breaks', (pem: string) => pem.replaceAll('\n', '')],
    ['a backslash and an n for line breaks', (pem: string) => pem.replaceAll('\n', '\\n')],
  ])('%s: the fix gives the certificate back', async (_, damage) => {
    const damaged = damage(own.certificate);
    const findings = await findingsIn(fileWith({ sslCertificate: damaged, sslKey: own.keyPem() }));
    expect(findings.map(({ code }) => code)).toEqual(['pem-line-breaks']);
    expect(findings[0]?.fixes[0]).toMatchObject({ kind: 'replace', value: own.certificate });
  });

  test('a chain whose line breaks are lost is given back too', async () => {
    const sslCertificate = broken(own.certificate + other.certificate);
    const findings = await findingsIn(fileWith({ sslCertificate, sslKey: own.keyPem() }));
    expect(findings.map(({ code }) => code)).toEqual(['pem-line-breaks', 'pem-line-breaks']);
    expect(findings[0]?.fixes[0]).toMatchObject({ value: own.certificate + other.certificate });
  });

  test('the header of an encrypted key cannot be told from its body: no fix where its line breaks are lost', async () => {
    const encrypted = String(
      rsa.key.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open' }),
    );
    const fixedTo = async (sslKey: string) => {
      const findings = await findingsIn(fileWith({ sslCertificate: rsa.certificate, sslKey }));
      expect(findings.map(({ code }) => code)).toEqual(['pem-line-breaks']);
      return findings[0]?.fixes.flatMap((fix) => (fix.kind === 'replace' ? [fix.value] : []));
    };
    expect(await fixedTo(broken(encrypted))).toEqual([]);
    expect(await fixedTo(encrypted + broken(own.keyPem()))).toEqual([encrypted + own.keyPem()]);
  });

  test('a body that lost a line cannot be read', async () => {
    const cut = (pem: string) => pem.split('\n').toSpliced(2, 1).join('\n');
    const written = { sslCertificate: cut(rsa.certificate), sslKey: cut(rsa.keyPem()) };
    expect(await codesFor(written)).toEqual([
      'pem-unreadable /authentication/sslCertificate',
      'pem-unreadable /authentication/sslKey',
    ]);
  });

  test('an elided body is not read', async () => {
    const elided = (pem: string) => pem.replace(/\n[\s\S]+\n(?=-----END)/, `\n${'A'.repeat(300)}...\n`);
    expect(await codesFor({ sslCertificate: elided(own.certificate), sslKey: elided(own.keyPem()) })).toEqual([]);
  });

  test('no message repeats anything of a key', async () => {
    const sslKey = broken(own.keyPem());
    const body = sslKey.replaceAll(/-----[A-Z ]+-----/g, '').trim();
    const findings = await findingsIn(fileWith({ sslCertificate: sslKey, sslKey }));
    expect(findings.length).toBeGreaterThan(1);
    for (const { message } of findings) {
      for (const word of body.split(' ')) expect(message).not.toContain(word);
    }
  });
});
