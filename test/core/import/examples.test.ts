// Settings as people find them in the consoles and manuals of those who run Kafka.
import { describe, expect, test } from 'vitest';
import { certificate, privateKey } from './pem.ts';
import { read, readOne } from './reading.ts';

const lines = (...all: string[]) => all.join('\n');
const password = '${secret:ORDERS_PASSWORD}';

describe('Confluent Cloud', () => {
  const registry = lines(
    '# Required connection configs for Confluent Cloud Schema Registry',
    'schema.registry.url=https://psrc-1.us-east-2.aws.confluent.cloud',
    'basic.auth.credentials.source=USER_INFO',
    'basic.auth.user.info=SRKEY:hunter2:sr',
  );
  const java = lines(
    '# Required connection configs for Kafka producer, consumer, and admin',
    'bootstrap.servers=pkc-1.us-east-1.aws.confluent.cloud:9092',
    'security.protocol=SASL_SSL',
    "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username='KEY' password='hunter2';",
    'sasl.mechanism=PLAIN',
    '# Required for correctness in Apache Kafka clients prior to 2.6',
    'client.dns.lookup=use_all_dns_ips',
    'session.timeout.ms=45000',
    'acks=all',
    'client.id=ccloud-java-client',
    '',
    registry,
  );
  const kafka = {
    type: 'Kafka',
    name: 'orders',
    bootstrapServers: 'pkc-1.us-east-1.aws.confluent.cloud:9092',
    authentication: { mechanism: 'PLAIN', username: 'KEY', password },
    security: { protocol: 'SASL_SSL' },
  };
  const schemaRegistry = {
    type: 'SchemaRegistry',
    name: 'orders',
    provider: 'CONFLUENT',
    schemaRegistryUrls: ['https://psrc-1.us-east-2.aws.confluent.cloud'],
    schemaRegistryAuthentication: { type: 'USER_INFO', username: 'SRKEY', password },
  };

  test('a Java client: the lines of the schema registry are a second connection', () => {
    const [first, second, ...others] = read(java);
    expect(others).toEqual([]);
    expect(first?.file).toEqual({
      ...kafka,
      config: {
        'client.dns.lookup': 'use_all_dns_ips',
        'session.timeout.ms': '45000',
        acks: 'all',
        'client.id': 'ccloud-java-client',
      },
    });
    expect(first).toMatchObject({ leftOut: [], unnamed: 0, stored: { ORDERS_PASSWORD: 'hunter2' } });
    expect(first?.advice).toEqual([expect.stringMatching(/another connection as well: run the command again/)]);
    expect(second?.file).toEqual(schemaRegistry);
    expect(second).toMatchObject({ leftOut: [], advice: [], stored: { ORDERS_PASSWORD: 'hunter2:sr' } });
  });

  test('the schema registry alone, and with the names that librdkafka has', () => {
    expect(readOne(registry).file).toEqual(schemaRegistry);
    expect(readOne(registry.replaceAll('basic.auth', 'schema.registry.basic.auth')).file).toEqual(schemaRegistry);
  });

  test('a Python client, its slots not filled in yet', () => {
    const { file, stored, leftOut } = readOne(
      lines(
        'bootstrap.servers=pkc-1.us-east-1.aws.confluent.cloud:9092',
        'security.protocol=SASL_SSL',
        'sasl.mechanisms=PLAIN',
        'sasl.username={{ CLUSTER_API_KEY }}',
        'sasl.password={{ CLUSTER_API_SECRET }}',
        'session.timeout.ms=45000',
      ),
    );
    const authentication = { ...kafka.authentication, username: '{{ CLUSTER_API_KEY }}' };
    expect(file).toEqual({ ...kafka, authentication, config: { 'session.timeout.ms': '45000' } });
    expect([stored, leftOut]).toEqual([{}, []]);
  });

  test('a pair that is none does not stand in the way of one under the other name', () => {
    const { leftOut, stored } = readOne(
      lines(
        'schema.registry.url=https://r.example.com',
        'basic.auth.user.info=hunter2',
        'schema.registry.basic.auth.user.info=key:secret',
      ),
    );
    expect([leftOut, stored]).toEqual([['basic.auth.user.info'], { ORDERS_PASSWORD: 'secret' }]);
  });

  describe('in the address', () => {
    const address = (login: string) => `schema.registry.url=https://${login}@sr.example.com:8081/a`;
    const expected = { ...schemaRegistry, schemaRegistryUrls: ['https://sr.example.com:8081/a'] };

    test.each(['', 'basic.auth.credentials.source=URL', 'schema.registry.basic.auth.credentials.source=url'])(
      'the login is one as any other: %s',
      (source) => {
        const { file, stored, from, leftOut } = readOne(lines(address('SRKEY:hunter2:sr'), source));
        expect(file).toEqual(expected);
        expect([stored, from, leftOut]).toEqual([{ ORDERS_PASSWORD: 'hunter2:sr' }, [], []]);
      },
    );

    test.each([
      ['hunter%2F2%3A', 'hunter/2:'],
      ['hunter/2+x=', 'hunter/2+x='],
      ['hunter2%', 'hunter2%'],
      ['hunt@er2', 'hunt@er2'],
    ])('a password with signs: %s', (written, meant) => {
      const { file, stored } = readOne(address(`SRKEY:${written}`));
      expect(file).toEqual(expected);
      expect(stored).toEqual({ ORDERS_PASSWORD: meant });
    });

    test('of several addresses, the login of all is taken out, and that of another is named', () => {
      const login = 'SRKEY:hunter2';
      const urls = `https://${login}@a.example.com,https://${login}@b.example.com,https://u:hunter3@c.example.com`;
      const { text, file, stored, from } = readOne(`schema.registry.url=${urls}`);
      const schemaRegistryUrls = ['https://a.example.com', 'https://b.example.com', 'https://c.example.com'];
      expect(file).toEqual({ ...schemaRegistry, schemaRegistryUrls });
      expect([stored, from]).toEqual([{ ORDERS_PASSWORD: 'hunter2' }, ['schemaRegistryUrls']]);
      expect(text).not.toContain('hunter');
    });

    test('a login of its own counts before it', () => {
      const { text, stored } = readOne(lines(address('u:hunter3'), 'basic.auth.user.info=SRKEY:hunter2'));
      expect(JSON.parse(text)).toEqual(expected);
      expect(stored).toEqual({ ORDERS_PASSWORD: 'hunter2' });
    });

    test('without a port or a scheme', () => {
      const { file, stored } = readOne('schema.registry.url=SRKEY:hunter2@sr.example.com');
      expect(file).toEqual({ ...schemaRegistry, schemaRegistryUrls: ['sr.example.com'] });
      expect(stored).toEqual({ ORDERS_PASSWORD: 'hunter2' });
    });

    test.each(['basic.auth.credentials.source', 'schema.registry.basic.auth.credentials.source'])(
      'where the broker’s login is to be taken it is left out, as one of its own is, and named: %s',
      (source) => {
        const own = 'basic.auth.user.info=SRKEY:hunter2';
        const result = readOne(lines(address('SRKEY:hunter2'), `${source}=SASL_INHERIT`, own));
        expect(result.file).toMatchObject({
          schemaRegistryUrls: expected.schemaRegistryUrls,
          schemaRegistryAuthentication: { type: 'SASL_INHERIT' },
        });
        expect([result.stored, result.from, result.leftOut]).toEqual([
          {},
          ['schemaRegistryUrls'],
          ['basic.auth.user.info'],
        ]);
        expect(result.text).not.toMatch(/hunter2|SRKEY|username|password/);
      },
    );

    test('a token alone is no login, and named', () => {
      const { text, stored, from } = readOne(address('hunter2'));
      expect([stored, from]).toEqual([{}, ['schemaRegistryUrls']]);
      expect(text).not.toContain('hunter2');
    });
  });

  test('a user without a password is left out by name, and its value nowhere', () => {
    const result = readOne(lines('schema.registry.url=https://r.example.com', 'basic.auth.user.info=hunter2'));
    expect(result.leftOut).toEqual(['basic.auth.user.info']);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});

test('Amazon MSK with IAM: the handler says nothing that the mechanism does not, the profile is left out', () => {
  const { file, leftOut, stored } = readOne(
    lines(
      'security.protocol=SASL_SSL',
      'sasl.mechanism=AWS_MSK_IAM',
      'sasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required awsProfileName="hunter2";',
      'sasl.client.callback.handler.class=software.amazon.msk.auth.iam.IAMClientCallbackHandler',
    ),
  );
  const expected = { type: 'Kafka', name: 'orders', authentication: { mechanism: 'AWS_MSK_IAM' } };
  expect(file).toMatchObject(expected);
  expect([leftOut, stored]).toEqual([['sasl.jaas.config awsProfileName'], {}]);
});

test('an option of a login that is not known is counted, not named', () => {
  const jaas =
    'org.apache.kafka.common.security.scram.ScramLoginModule required username="u" hunter2=x tokenauth="true";';
  const { leftOut, unnamed } = readOne(`sasl.jaas.config=${jaas}`);
  expect([leftOut, unnamed]).toEqual([['sasl.jaas.config tokenauth'], 1]);
});

test('Azure Event Hubs, its slots not filled in yet', () => {
  const { file, stored } = readOne(
    lines(
      'bootstrap.servers=mynamespace.servicebus.windows.net:9093',
      'security.protocol=SASL_SSL',
      'sasl.mechanism=PLAIN',
      'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="$ConnectionString" password="{YOUR.EVENTHUBS.CONNECTION.STRING}";',
    ),
  );
  expect(file).toMatchObject({ authentication: { mechanism: 'PLAIN', username: '$ConnectionString', password } });
  expect(stored).toEqual({});
});

describe('TLS of Java clients', () => {
  const begin = lines('bootstrap.servers=my-cluster-kafka-bootstrap.example.com:443', 'security.protocol=SSL', '');

  test('PEM inside of the settings, nothing left out', () => {
    const oneLine = (pem: string) => pem.replaceAll('\n', ' \\\n');
    const { file, stored, leftOut, advice } = readOne(
      begin +
        lines(
          'ssl.truststore.type=PEM',
          `ssl.truststore.certificates=${oneLine(certificate)}`,
          'ssl.keystore.type=PEM',
          `ssl.keystore.certificate.chain=${oneLine(certificate)}`,
          `ssl.keystore.key=${oneLine(privateKey)}`,
          'ssl.endpoint.identification.algorithm=https',
        ),
    );
    expect(file).toMatchObject({
      authentication: { sslCertificate: certificate, sslKey: '${secret:ORDERS_SSL_KEY}' },
      security: { protocol: 'SSL', brokerPublicCertificate: certificate },
    });
    expect([stored, leftOut, advice]).toEqual([{ ORDERS_SSL_KEY: privateKey }, [], []]);
  });

  test('a truststore that is a PEM file is named', () => {
    const { file, files, leftOut } = readOne(
      `${begin}ssl.truststore.type=pem\nssl.truststore.location=/opt/kafka/ca.crt`,
    );
    expect(file).toMatchObject({ security: { brokerPublicCertificate: '${file:ca.crt}' } });
    expect([files, leftOut]).toEqual([['ca.crt'], []]);
  });

  const keytool = /keytool -importkeystore -srckeystore KEYSTORE .*PKCS12, then openssl pkcs12 .*-nokeys.*-nocerts/;
  test.each<[string, string[], RegExp]>([
    ['JKS', ['ssl.keystore.location=/hunter2.jks'], keytool],
    ['JKS by its type', ['ssl.keystore.type=JKS', 'ssl.keystore.location=/hunter2.p12'], keytool],
    ['PKCS12', ['ssl.keystore.location=/hunter2.p12'], /PEM: openssl pkcs12 .*-nokeys.*-nocerts/],
    ['PKCS12 by its type', ['ssl.keystore.type=PKCS12', 'ssl.keystore.location=/hunter2'], /PEM: openssl pkcs12/],
    ['PEM', ['ssl.keystore.type=PEM', 'ssl.keystore.location=/hunter2.pem'], /PEM file with the key and its cert/],
    ['a truststore', ['ssl.truststore.location=/hunter2.p12'], /keytool -exportcert -rfc .* -keystore TRUSTSTORE/],
  ])('%s: what to do is said, and the name of the setting', (_, more, expected) => {
    const result = readOne(begin + lines(...more, 'ssl.keystore.password=hunter2'));
    expect(result.advice).toEqual([expect.stringMatching(expected)]);
    expect(result.leftOut.join()).toMatch(/ssl\.(key|trust)store\.location,ssl\.keystore\.password$/);
    expect(JSON.stringify(result)).not.toContain('hunter2');
    // What the commands make is what the file names, and nothing else is left to fill in.
    expect(result.files.filter((file) => !result.advice.join().includes(file))).toEqual([]);
    expect(result.text).not.toContain('${secret:');
  });

  test('the file names what comes of a keystore and a truststore', () => {
    const stores = lines('ssl.keystore.location=k.jks', 'ssl.truststore.location=t.jks');
    const { file, files, advice } = readOne(begin + stores);
    expect(file).toMatchObject({
      authentication: { sslCertificate: '${file:client-certificate.pem}', sslKey: '${file:client-key.pem}' },
      security: { protocol: 'SSL', brokerPublicCertificate: '${file:ca-certificate.pem}' },
    });
    expect(files).toEqual(['client-certificate.pem', 'client-key.pem', 'ca-certificate.pem']);
    expect(advice.join()).toContain('remove brokerPublicCertificate instead');
  });

  test('a keystore of PEM, which has the key in it, is never named as the certificate, nor a truststore as one', () => {
    const stores = lines('ssl.keystore.type=PEM', 'ssl.keystore.location=client.pem', 'ssl.truststore.location=ca.pem');
    const { text, files } = readOne(begin + stores);
    expect(files).toEqual(['client-certificate.pem', 'client-key.pem', 'ca-certificate.pem']);
    expect(text).not.toMatch(/file:(client|ca)\.pem/);
  });

  test.each(['SASL_SSL', 'PLAINTEXT', ''])(
    'a keystore is only left out where no mutual TLS is meant: security.protocol=%s',
    (protocol) => {
      const { text, files, leftOut, advice } = readOne(
        lines(
          'bootstrap.servers=b1.example.com:9092',
          `security.protocol=${protocol}`,
          'sasl.mechanism=PLAIN',
          'sasl.username=u',
          'sasl.password=hunter2',
          'ssl.keystore.location=k.jks',
        ),
      );
      expect(text).not.toMatch(/ssl(Certificate|Key)/);
      expect([files, leftOut, advice]).toEqual([[], ['ssl.keystore.location'], []]);
    },
  );

  test('what the settings say themselves counts before that', () => {
    const { file, files } = readOne(
      `${begin}ssl.keystore.location=k.p12\nssl.certificate.location=own/client.crt\nssl.key.location=/x/client.key`,
    );
    expect(file).toMatchObject({
      authentication: { sslCertificate: '${file:own/client.crt}', sslKey: '${file:client.key}' },
    });
    expect(files).toEqual(['own/client.crt', 'client.key']);
  });

  test('a keystore does not make the text one of Java: librdkafka has them as well', () => {
    const text = 'sasl.username=u\nsasl.password=hunter\\t2\nssl.keystore.location=k.p12\nssl.keystore.password=x';
    expect(readOne(begin + text).stored).toEqual({ ORDERS_PASSWORD: 'hunter\\t2' });
  });

  test.each(['ssl.endpoint.identification.algorithm=', 'enable.ssl.certificate.verification=false'])(
    'that nobody is checked is not taken over in silence: %s',
    (line) => expect(readOne(begin + line).leftOut).toEqual([line.slice(0, line.indexOf('='))]),
  );
});

test('OAuth of Apache Kafka 4, without a login', () => {
  const { file, leftOut, stored } = readOne(
    lines(
      'security.protocol=SASL_SSL',
      'sasl.mechanism=OAUTHBEARER',
      'sasl.oauthbearer.token.endpoint.url=https://id.example.com/token',
      'sasl.oauthbearer.client.credentials.client.id=me',
      'sasl.oauthbearer.client.credentials.client.secret=hunter2',
      'sasl.oauthbearer.scope=kafka',
      'sasl.oauthbearer.jwt.retriever.class=org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever',
      'sasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler',
      'sasl.login.connect.timeout.ms=1000',
    ),
  );
  expect(file).toMatchObject({
    authentication: {
      mechanism: 'OAUTHBEARER',
      method: 'OIDC',
      tokenEndpointUrl: 'https://id.example.com/token',
      clientId: 'me',
      clientSecret: '${secret:ORDERS_CLIENT_SECRET}',
      scope: 'kafka',
    },
  });
  expect([leftOut, stored]).toEqual([['sasl.login.connect.timeout.ms'], { ORDERS_CLIENT_SECRET: 'hunter2' }]);
});

describe('settings around those of the client', () => {
  test('Spring Boot', () => {
    const { file, leftOut, stored } = readOne(
      lines(
        'spring.application.name=hunter2',
        'spring.kafka.bootstrap-servers=b1.example.com:9092,b2.example.com:9092',
        'spring.kafka.security.protocol=SASL_SSL',
        'spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512',
        'spring.kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p\\u00e4";',
        'spring.kafka.consumer.group-id=readers',
        'spring.kafka.consumer.autoOffsetReset=earliest',
        'spring.kafka.consumer.value-deserializer=org.example.D',
        'spring.kafka.producer.properties[linger.ms]=5',
        'spring.kafka.ssl.trust-store-type=PEM',
        `spring.kafka.ssl.trust-store-certificates=${certificate.replaceAll('\n', '\\n')}`,
      ),
    );
    expect(file).toEqual({
      type: 'Kafka',
      name: 'orders',
      bootstrapServers: 'b1.example.com:9092,b2.example.com:9092',
      authentication: { mechanism: 'SCRAM-512', username: 'u', password },
      security: { protocol: 'SASL_SSL', brokerPublicCertificate: certificate },
      config: { 'group.id': 'readers', 'auto.offset.reset': 'earliest', 'linger.ms': '5' },
    });
    expect(stored).toEqual({ ORDERS_PASSWORD: 'pä' });
    expect(leftOut).toEqual(['spring.application.name', 'spring.kafka.consumer.value-deserializer']);
  });

  test('one side of a connector', () => {
    const { file } = readOne('producer.bootstrap.servers=b1.example.com:9092\nproducer.sasl.mechanism=PLAIN');
    expect(file).toMatchObject({ bootstrapServers: 'b1.example.com:9092', authentication: { mechanism: 'PLAIN' } });
  });
});
