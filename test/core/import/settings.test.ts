// Settings of Kafka clients become connections; secrets leave them, and what has no place is named.
import { describe, expect, test } from 'vitest';
import { certificate, privateKey } from './pem.ts';
import { read, readOne } from './reading.ts';

const kafka = (authentication: object, protocol: string, more: object = {}) => ({
  type: 'Kafka',
  name: 'orders',
  bootstrapServers: 'b1.example.com:9092',
  authentication,
  security: { protocol },
  ...more,
});
const begin = 'bootstrap.servers=b1.example.com:9092\n';
const login = (options: string, module = 'plain.PlainLoginModule') =>
  `sasl.jaas.config=org.apache.kafka.common.security.${module} required ${options};\n`;
const nameOf = { password: '${secret:ORDERS_PASSWORD}', clientSecret: '${secret:ORDERS_CLIENT_SECRET}' };

describe('how a client signs in', () => {
  test.each<[string, string, object, Record<string, string>]>([
    [
      'librdkafka, as Confluent Cloud gives it',
      `# Required\n${begin}security.protocol=SASL_SSL\nsasl.mechanisms=PLAIN\nsasl.username=KEY\nsasl.password=cflt/S=ecret\\n`,
      kafka({ mechanism: 'PLAIN', username: 'KEY', password: nameOf.password }, 'SASL_SSL'),
      { ORDERS_PASSWORD: 'cflt/S=ecret\\n' },
    ],
    [
      'librdkafka, small letters and older names',
      'metadata.broker.list=SASL_SSL://b1.example.com:9092 , b2.example.com:9092\nsecurity.protocol=sasl_ssl\nsasl.mechanism=scram-sha-256\nsasl.username=u\nsasl.password=p',
      {
        ...kafka({ mechanism: 'SCRAM-256', username: 'u', password: nameOf.password }, 'SASL_SSL'),
        bootstrapServers: 'b1.example.com:9092,b2.example.com:9092',
      },
      { ORDERS_PASSWORD: 'p' },
    ],
    [
      'Java, SCRAM',
      `${begin}security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\n${login('username="u" password="p\\\\\\"w"', 'scram.ScramLoginModule')}`,
      kafka({ mechanism: 'SCRAM-512', username: 'u', password: nameOf.password }, 'SASL_SSL'),
      { ORDERS_PASSWORD: 'p"w' },
    ],
    [
      'Java, PLAIN without a mechanism, over lines that go on',
      `${begin}security.protocol: SASL_SSL\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n   username='u' \\\n   password='p\\u00e4';`,
      kafka({ mechanism: 'PLAIN', username: 'u', password: nameOf.password }, 'SASL_SSL'),
      { ORDERS_PASSWORD: 'pä' },
    ],
    [
      'Azure Event Hubs',
      `${begin}security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n${login('username="$ConnectionString" password="Endpoint=sb://n.example.com/;SharedAccessKey=k="')}`,
      kafka({ mechanism: 'PLAIN', username: '$ConnectionString', password: nameOf.password }, 'SASL_SSL'),
      { ORDERS_PASSWORD: 'Endpoint=sb://n.example.com/;SharedAccessKey=k=' },
    ],
    [
      'librdkafka, OIDC',
      `${begin}security.protocol=SASL_SSL\nsasl.mechanisms=OAUTHBEARER\nsasl.oauthbearer.method=oidc\nsasl.oauthbearer.token.endpoint.url=https://id.example.com/t\nsasl.oauthbearer.client.id=c\nsasl.oauthbearer.client.secret=s\nsasl.oauthbearer.scope=a b\nsasl.oauthbearer.extensions=logicalCluster=lkc-1,identityPoolId=pool-1`,
      kafka(
        {
          mechanism: 'OAUTHBEARER',
          method: 'OIDC',
          tokenEndpointUrl: 'https://id.example.com/t',
          clientId: 'c',
          clientSecret: nameOf.clientSecret,
          scope: 'a b',
          saslOauthbearerExtensions: 'logicalCluster=lkc-1,identityPoolId=pool-1',
        },
        'SASL_SSL',
      ),
      { ORDERS_CLIENT_SECRET: 's' },
    ],
    [
      'Java, OAuth',
      `${begin}security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\nsasl.oauthbearer.token.endpoint.url=https\\://id.example.com/t\n${login("clientId='c' clientSecret='s' scope='a' extension_logicalCluster='lkc-1' extension_identityPoolId='pool-1'", 'oauthbearer.OAuthBearerLoginModule')}`,
      kafka(
        {
          mechanism: 'OAUTHBEARER',
          method: 'OIDC',
          tokenEndpointUrl: 'https://id.example.com/t',
          clientId: 'c',
          clientSecret: nameOf.clientSecret,
          scope: 'a',
          saslOauthbearerExtensions: 'logicalCluster=lkc-1,identityPoolId=pool-1',
        },
        'SASL_SSL',
      ),
      { ORDERS_CLIENT_SECRET: 's' },
    ],
    [
      'Java, IAM of Amazon MSK',
      `${begin}security.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\nsasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required awsRoleArn="arn:aws:iam::123456789012:role/r";`,
      kafka({ mechanism: 'AWS_MSK_IAM', aws: { roleArn: 'arn:aws:iam::123456789012:role/r' } }, 'SASL_SSL'),
      {},
    ],
    [
      'librdkafka, mutual TLS with text of one line',
      `${begin}security.protocol=SSL\nssl.certificate.pem=${certificate.replaceAll('\n', '\\n')}\nssl.key.pem=${privateKey.replaceAll('\n', '\\n')}\nssl.key.password=k\nssl.ca.pem=${certificate.replaceAll('\n', ' ')}`,
      kafka(
        {
          sslCertificate: certificate,
          sslKey: '${secret:ORDERS_SSL_KEY}',
          sslKeyPassword: '${secret:ORDERS_SSL_KEY_PASSWORD}',
        },
        'SSL',
        { security: { protocol: 'SSL', brokerPublicCertificate: certificate } },
      ),
      { ORDERS_SSL_KEY: privateKey, ORDERS_SSL_KEY_PASSWORD: 'k' },
    ],
    [
      'Java, mutual TLS with PEM',
      `${begin}security.protocol=SSL\nssl.keystore.type=PEM\nssl.keystore.certificate.chain=${certificate.replaceAll('\n', '\\\n  ')}\nssl.keystore.key=${privateKey}`,
      kafka({ sslCertificate: certificate, sslKey: '${secret:ORDERS_SSL_KEY}' }, 'SSL'),
      { ORDERS_SSL_KEY: privateKey },
    ],
  ])('%s', (_, text, file, stored) => {
    const result = readOne(text);
    expect(result.file).toEqual(file);
    expect(result.stored).toEqual(stored);
    expect(Object.values(stored).filter((secret) => secret.length > 2 && result.text.includes(secret))).toEqual([]);
  });

  test('files are named where `${file:PATH}` can name them', () => {
    const { file, files } = readOne(
      `${begin}security.protocol=SSL\nssl.certificate.location=./certificates/client.pem\nssl.key.location=C:\\keys\\client.key\nssl.ca.location=/etc/ssl/../ca.pem`,
    );
    expect(file).toMatchObject({
      authentication: { sslCertificate: '${file:certificates/client.pem}', sslKey: '${file:client.key}' },
      security: { brokerPublicCertificate: '${file:ca.pem}' },
    });
    expect(files).toEqual(['certificates/client.pem', 'client.key', 'ca.pem']);
  });

  test('two files whose names are the same stay two', () => {
    const { file, files } = readOne(
      `${begin}security.protocol=SSL\nssl.ca.location=/etc/ca/tls.crt\nssl.certificate.location=/etc/client/tls.crt\nssl.key.location=/etc/client/tls.key`,
    );
    expect(file).toMatchObject({
      authentication: { sslCertificate: '${file:client/tls.crt}', sslKey: '${file:tls.key}' },
      security: { brokerPublicCertificate: '${file:ca/tls.crt}' },
    });
    expect(files).toEqual(['ca/tls.crt', 'client/tls.crt', 'tls.key']);
  });

  test.each(['probe', ''])('the certificates of the system need no word: ssl.ca.location=%s', (value) => {
    const { file, files, leftOut, advice } = readOne(`${begin}security.protocol=SSL\nssl.ca.location=${value}`);
    expect(file).toMatchObject({ security: { protocol: 'SSL' } });
    expect([files, leftOut, advice]).toEqual([[], [], []]);
    expect(JSON.stringify(file)).not.toContain('brokerPublicCertificate');
  });

  test.each(['/etc/ssl/certs', '/etc/ssl/certs/', 'C:\\certs', './certs', '/home/me/.certs'])(
    'a folder of certificates is left out, with a next step: %s',
    (folder) => {
      const { text, files, leftOut, advice } = readOne(`${begin}security.protocol=SSL\nssl.ca.location=${folder}`);
      expect([files, leftOut]).toEqual([[], ['ssl.ca.location']]);
      expect(advice).toEqual([expect.stringContaining('"brokerPublicCertificate": "${file:ca-certificate.pem}"')]);
      expect(text).not.toContain('${file:');
    },
  );

  test('what can be no folder needs no extension', () => {
    const { files } = readOne(`${begin}ssl.certificate.location=/run/secrets/cert\nssl.key.location=/run/secrets/key`);
    expect(files).toEqual(['cert', 'key']);
  });

  test.each([
    ['sasl.oauthbearer.token.endpoint.url=https://u:hunter2@id.example.com/t', 'authentication.tokenEndpointUrl'],
    [
      `sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required oauth.token.endpoint.uri="https://u:hunter2@id.example.com/t";`,
      'authentication.tokenEndpointUrl',
    ],
    ['client.id=https://u:hunter2@id.example.com', 'config.client.id'],
  ])('a login in an address is taken out, and named: %s', (line, path) => {
    const { text, stored, from } = readOne(`${begin}sasl.mechanism=OAUTHBEARER\n${line}`);
    expect(from).toEqual([path]);
    expect(text + JSON.stringify(stored)).not.toContain('hunter2');
  });

  test.each<[string, string]>([
    [
      'SASL_SSL://u:hunter2@b1.example.com:9092,u:hunter2@b2.example.com:9092',
      'b1.example.com:9092,b2.example.com:9092',
    ],
    ['SASL_SSL://u:hunter2@b1.example.com', 'b1.example.com'],
    ['SASL_SSL://hunter2@b1', 'b1'],
    ['u:hunter2@b1.example.com', 'b1.example.com'],
  ])('a login in front of a server is taken out before the scheme is, and named: %s', (servers, plain) => {
    const { file, leftOut, text } = readOne(`bootstrap.servers=${servers}`);
    expect(file).toMatchObject({ bootstrapServers: plain });
    expect(leftOut).toEqual(['the user name or password in bootstrapServers']);
    expect(text).not.toContain('hunter2');
  });

  test.each([
    '{{ CLUSTER_API_SECRET }}',
    '<api-secret>',
    '${API_SECRET}',
    '********',
    'string',
    '{YOUR.EVENTHUBS.CONNECTION.STRING}',
  ])('a slot is no secret: %s', (slot) => {
    const { file, stored } = readOne(`${begin}sasl.mechanisms=PLAIN\nsasl.username=u\nsasl.password=${slot}`);
    expect(file).toMatchObject({ authentication: { password: nameOf.password } });
    expect(stored).toEqual({});
  });

  test.each(['a<b>c', '$(x)', 'p*ss', 'xx', '{aB3}', '{}'])('what only looks like a slot is one: %s', (secret) => {
    expect(readOne(`${begin}sasl.username=u\nsasl.password=${secret}`).stored).toEqual({ ORDERS_PASSWORD: secret });
  });

  test('of a setting that stands twice the last one counts', () => {
    const { file } = readOne(`bootstrap.servers=old.example.com:1\n${begin}`);
    expect(file).toMatchObject({ bootstrapServers: 'b1.example.com:9092' });
  });

  test('a mechanism that Atlas does not have stays, for the rules to speak of it', () => {
    expect(readOne(`${begin}sasl.mechanism=GSSAPI`).file).toMatchObject({ authentication: { mechanism: 'GSSAPI' } });
  });
});

describe('the other settings', () => {
  test('those that Atlas supports go into config, by the names that it knows', () => {
    const { file, leftOut } = readOne(
      `${begin}sasl.username=u\nclient.id=c\ngroup.id=g\nauto.offset.reset=earliest\nacks=all\ncompression.codec=gzip\nmax.in.flight=5`,
    );
    expect(file).toMatchObject({
      config: {
        'client.id': 'c',
        'group.id': 'g',
        'auto.offset.reset': 'earliest',
        acks: 'all',
        'compression.type': 'gzip',
        'max.in.flight.requests.per.connection': '5',
      },
    });
    expect(leftOut).toEqual([]);
  });

  test('the others are named', () => {
    const { leftOut, advice, file } = readOne(
      `${begin}key.deserializer=org.example.D\nssl.truststore.location=/etc/t.jks\nssl.truststore.password=hunter2\nspecific.avro.reader=true`,
    );
    expect(leftOut).toEqual([
      'key.deserializer',
      'ssl.truststore.location',
      'ssl.truststore.password',
      'specific.avro.reader',
    ]);
    expect(advice).toHaveLength(1);
    expect(JSON.stringify({ file, advice })).not.toContain('hunter2');
  });

  test('what may be a piece of a key is counted, not named', () => {
    const { leftOut, unnamed } = readOne(`${begin}MIIEvQIBADANBg+kqhkiG9w0==\nhunter2=x\nhunter.Two=x\n__proto__=x`);
    expect(leftOut).toEqual([]);
    expect(unnamed).toBe(4);
  });

  test('a login that is not understood is left out', () => {
    expect(readOne(`${begin}sasl.jaas.config=hunter2`).leftOut).toEqual(['sasl.jaas.config']);
    expect(readOne(`${begin}${login('k="v"', 'kerberos.Krb5LoginModule')}`).leftOut).toEqual(['sasl.jaas.config']);
  });

  test('settings as a JSON object', () => {
    const { file, stored } = readOne(
      '{ "bootstrap.servers": "b1.example.com:9092", "sasl.username": "u", "sasl.password": "p\\\\w", "linger.ms": 5, "on": null }',
    );
    expect(file).toMatchObject({ authentication: { username: 'u' }, config: { 'linger.ms': '5' } });
    expect(stored).toEqual({ ORDERS_PASSWORD: 'p\\w' });
  });

  test('settings below a head', () => {
    expect(read(`[default]\n${begin}`)).toHaveLength(1);
  });
});
