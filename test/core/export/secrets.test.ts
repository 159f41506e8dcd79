// In no form is a secret, or anything that gives one away; and each variable has a name that every shell takes.
import { expect, test } from 'vitest';
import { bodyWith, type Canary, canaries, tracesIn } from '../../support/canaries.ts';
import { requestOf, writeAll, writeAs } from './exporting.ts';

/** The variables that a file needs besides those that sign in. */
async function variablesOf(content: object): Promise<readonly string[]> {
  return writeAs('Atlas CLI', await requestOf(content)).variables;
}

test('no secret that the file holds is in any form', async () => {
  const written = writeAll(await requestOf(bodyWith((name) => canaries[name])));
  expect(written).toHaveLength(14);
  for (const [what, { text }] of written) expect([what, tracesIn(text, Object.values(canaries))]).toEqual([what, []]);
});

test('a secret that stands elsewhere as well is not there either, not even in the name or an address', async () => {
  const secret = canaries.clientSecret;
  const content = {
    type: 'Https',
    name: `hook-${secret}`,
    url: `https://example.com/?token=${secret}`,
    headers: { Authorization: secret, 'X-Same': secret },
  };
  for (const [what, { text }] of writeAll(await requestOf(content))) {
    expect([what, /canary/i.test(text)]).toEqual([what, false]);
  }
  expect(await variablesOf(content)).toEqual(['SECRET_NAME', 'SECRET_URL', 'SECRET_AUTHORIZATION']);
});

test('a secret in a wrong place is as little in any form, and a placeholder there is one', async () => {
  const content = {
    type: 'Kafka',
    name: 'orders',
    config: {
      'sasl.jaas.config': 'password="canary-jaas"',
      'ssl.key.pem': '${file:key.pem}',
      'sasl.oauthbearer.client.secret': '${secret:oauth}',
      acks: 'all',
    },
    security: { password: 'canary-security' },
    sasl: { password: 'canary-sasl' },
    password: 'canary-root',
  };
  for (const [what, { text }] of writeAll(await requestOf(content))) {
    expect([what, /canary/i.test(text)]).toEqual([what, false]);
  }
  expect(await variablesOf(content)).toEqual([
    'SECRET_ORDERS_SASL_JAAS_CONFIG',
    'SECRET_OAUTH',
    'SECRET_ORDERS_PASSWORD',
    'SECRET_ORDERS_PASSWORD_2',
    'SECRET_ORDERS_PASSWORD_3',
  ]);
});

test('a variable is named after its placeholder, or after the connection and the property', async () => {
  const content = {
    type: 'Kafka',
    name: 'Orders (EU)',
    bootstrapServers: '${env:BROKERS}',
    authentication: { password: '${secret:kafka-password}', clientSecret: 'literal-1', sslKeyPassword: 'literal-2' },
  };
  expect(await variablesOf(content)).toEqual([
    'BROKERS',
    'SECRET_KAFKA_PASSWORD',
    'SECRET_ORDERS_EU_CLIENT_SECRET',
    'SECRET_ORDERS_EU_SSL_KEY_PASSWORD',
  ]);
});

test('one source is one variable; two sources are two, however alike their names', async () => {
  const authentication = { password: '${secret:a.b}', clientSecret: '${secret:a-b}', sslKey: '${secret:a.b}' };
  expect(await variablesOf({ type: 'Kafka', authentication })).toEqual(['SECRET_A_B', 'SECRET_A_B_2']);
  const taken = { password: '${secret:a}', clientSecret: '${env:SECRET_A}' };
  expect(await variablesOf({ type: 'Kafka', authentication: taken })).toEqual(['SECRET_A_2', 'SECRET_A']);
});

test('no name is one that a shell lives by, or breaks out of its place', async () => {
  const names = ['path', 'IFS', 'ld.preload', '…', '-', '1', 'a'.repeat(100)];
  const found = await Promise.all(names.map((name) => variablesOf({ type: 'Kafka', a: `\${secret:${name}}` })));
  for (const [variable] of found) expect(variable).toMatch(/^SECRET(_[A-Z0-9_]{1,60})?$/);
  const odd = await variablesOf({ type: 'Kafka', a: '${env:x"; rm -rf $HOME; "}', b: '${env:lower}' });
  expect(odd).toEqual(['SECRET_X_RM_RF_HOME', 'SECRET_LOWER']);
});

test('names of a file make no second line, and nothing that a shell acts on, in a remark', async () => {
  const evil = `a'"\`$(id)\n;&|%PATH%\u2028*/#{`;
  const content = {
    type: 'Https',
    name: evil,
    headers: { [evil]: 'literal' },
    a: `\${secret:${evil.replaceAll(/[{}]/g, '')}}`,
  };
  for (const [what, { text }] of writeAll(await requestOf(content))) {
    const remarks = text.split(/\r?\n/).filter((line) => /^\s*(#|\/\/|rem )/.test(line));
    expect([what, remarks.filter((remark) => /['"`$();&|%*{}]|#.*#/.test(remark))]).toEqual([what, []]);
  }
});

test('what to set first is said in every form', async () => {
  const content = bodyWith((name: Canary) => `\${secret:${name}}`);
  for (const [what, { text, variables }] of writeAll(await requestOf(content))) {
    expect(variables.length).toBeGreaterThan(0);
    for (const variable of variables)
      expect([what, text.match(new RegExp(`(#|//|rem) .*${variable}\\b`))]).not.toEqual([what, null]);
  }
});
