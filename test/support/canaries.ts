// Secrets whose every trace in a text can be found again, and where a connection may hold them.

/** Characters that JSON, URLs and HTML write differently are part of each; the last one is a key of several lines. */
export const canaries = {
  password: 'canary-1 "quoted" \\ü/+&%=<>',
  clientSecret: 'canary-2-clientSecret',
  sslKeyPassword: 'canary-3 \t tab',
  header: 'Bearer canary-4-header',
  registry: 'canary-5-registry',
  jaas: 'org.example.PlainLoginModule required username="shop" password="canary-8-jaas";',
  sslKey: [
    '-----BEGIN PRIVATE KEY-----',
    'canary6MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcanary6xxx',
    'canary7oUQDQgAEcanary7MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawI',
    '-----END PRIVATE KEY-----',
    '',
  ].join('\n'),
} as const;

export type Canary = keyof typeof canaries;

/** A body that holds `value(name)` in each field that may be secret. */
export function bodyWith(value: (name: Canary) => string) {
  return {
    type: 'Kafka',
    name: 'canary-free',
    bootstrapServers: 'broker.example.com:9092',
    security: { protocol: 'SASL_SSL' },
    authentication: {
      mechanism: 'PLAIN',
      username: 'shop',
      password: value('password'),
      clientSecret: value('clientSecret'),
      sslKey: value('sslKey'),
      sslKeyPassword: value('sslKeyPassword'),
    },
    headers: { Authorization: value('header') },
    schemaRegistryAuthentication: { password: value('registry') },
    // Where none belongs, and from where Atlas gives it back.
    config: { 'sasl.jaas.config': value('jaas') },
  };
}

/** The secrets of which some form stands in `text`: raw, in JSON, URL-encoded or in base64, whole or the greater part. */
export function tracesIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}

function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  // In base64 a text looks differently at each of three positions; what lies well inside is enough to tell.
  const base64 = ['', ' ', '  '].map((before) =>
    Buffer.from(before + secret)
      .toString('base64')
      .slice(4, -4),
  );
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const lines = secret.split('\n').filter((line) => line.includes('canary'));
  return [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    encodeURIComponent(secret),
    ...base64,
    ...base64url,
    ...lines,
  ];
}
