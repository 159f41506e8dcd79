// What is copied for Terraform: the provider's names, and the values as its language reads them.
import { expect, test } from 'vitest';
import { fixtures } from '../../support/fixtures.ts';
import { createRandom } from '../../support/random.ts';
import { requestOf, writeAs } from './exporting.ts';
import { anyText } from './odd.ts';
import { nodesIn } from './parsing.ts';
import { misindented, readTerraform } from './readingTerraform.ts';

const write = async (content: object, tenantName = 'orders') =>
  writeAs('Terraform', await requestOf(content, { tenantName }));

test('a connection is a resource with the provider’s names', async () => {
  const { text, variables } = await write({
    type: 'Kafka',
    name: 'ordersKafka-EU',
    bootstrapServers: 'broker.example.com:9092',
    authentication: { mechanism: 'PLAIN', username: 'shop', password: '${secret:kafka-password}' },
    security: { protocol: 'SASL_SSL', brokerPublicCertificate: '${file:certs/ca.pem}' },
    config: { 'auto.offset.reset': 'latest' },
    networking: { access: { type: 'PRIVATE_LINK', connectionId: '32b6e34b3d91647abb20e7b8' } },
  });
  expect(variables).toEqual(['TF_VAR_secret_kafka_password']);
  expect(text).toBe(`# Set first: TF_VAR_secret_kafka_password, for secret:kafka-password
# Terraform keeps these values in its state, in plain text.
# Run it in the workspace folder: it reads files there.
variable "secret_kafka_password" {
  type = string
  sensitive = true
}

resource "mongodbatlas_stream_connection" "orders_kafka_eu" {
  project_id = "32b6e34b3d91647abb20e7b8"
  workspace_name = "orders"
  type = "Kafka"
  connection_name = "ordersKafka-EU"
  bootstrap_servers = "broker.example.com:9092"
  authentication = {
    mechanism = "PLAIN"
    username = "shop"
    password = var.secret_kafka_password
  }
  security = {
    protocol = "SASL_SSL"
    broker_public_certificate = file("certs/ca.pem")
  }
  config = {
    "auto.offset.reset" = "latest"
  }
  networking = {
    access = {
      type = "PRIVATE_LINK"
      connection_id = "32b6e34b3d91647abb20e7b8"
    }
  }
}
`);
});

test.each([
  [{ clusterGroupId: 'x' }, 'cluster_project_id = "x"'],
  [
    { dbRoleToExecute: { role: 'r', type: 'CUSTOM' } },
    'db_role_to_execute = {\n    role = "r"\n    type = "CUSTOM"\n  }',
  ],
  [{ provider: 'CONFLUENT' }, 'schema_registry_provider = "CONFLUENT"'],
  [{ schemaRegistryUrls: ['a', 'b'] }, 'schema_registry_urls = [\n    "a",\n    "b",\n  ]'],
  [
    { publicPrivateNetworking: { access: { type: 'PUBLIC' } } },
    'networking = {\n    access = {\n      type = "PUBLIC"\n    }\n  }',
  ],
  [{ authentication: { saslOauthbearerExtensions: 'a=b' } }, 'sasl_oauthbearer_extensions = "a=b"'],
  [{ aws: { roleArn: 'arn' } }, 'role_arn = "arn"'],
])('%j is %s', async (content, expected) => {
  expect((await write(content)).text).toContain(expected);
});

test('what the resource has no argument for is left out, said so, and no variable is asked for', async () => {
  const { text, variables } = await write({
    authentication: { sslKey: '${secret:key}', sslKeyPassword: 'literal-1' },
    networking: { access: { type: 'PUBLIC' } },
    publicPrivateNetworking: { access: { type: 'PUBLIC' } },
    constructor: 'x',
  });
  expect(variables).toEqual([]);
  for (const name of ['sslKey', 'sslKeyPassword', 'publicPrivateNetworking', 'constructor']) {
    expect(text).toContain(`# ${name} is left out: the resource has no such argument.`);
  }
  expect(text).not.toMatch(/secret_key|literal/);
});

test('a variable that Terraform keeps for itself is called otherwise', async () => {
  const { text, variables } = await write({ url: '${env:VERSION}' });
  expect(variables).toEqual(['TF_VAR_env_version']);
  expect(text).toContain('url = var.env_version');
});

/** Texts that a string of this language writes differently, as keys and as values. */
function hostile(seed: number) {
  const random = createRandom(seed);
  const texts = (value: () => unknown) =>
    Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`k${index}${anyText(random)}`, value()]));
  return {
    type: 'Https',
    name: anyText(random),
    url: anyText(random),
    headers: texts(() => '${env:VALUE}'),
    config: texts(() => anyText(random)),
    security: { protocol: anyText(random), brokerPublicCertificate: '${file:a "certificate" of $ours.pem}' },
    schemaRegistryUrls: [anyText(random), '${env:VALUE}', 1.5, -7, 1.5e21, 2 ** 63, true, null],
    azure: { region: null },
  };
}

test('Terraform reads every value back as it was, whatever is in the file', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const content = hostile(seed);
    const tenantName = anyText(createRandom(-seed));
    const { text } = await write(content, tenantName);
    const outside = { 'var.value': 'from "outside"\n', 'file:a "certificate" of $ours.pem': 'pem\n' };
    const { resource, variables, labels } = await readTerraform(text, outside);
    expect([seed, resource]).toEqual([
      seed,
      {
        project_id: '32b6e34b3d91647abb20e7b8',
        workspace_name: tenantName,
        type: 'Https',
        connection_name: content.name,
        url: content.url,
        headers: Object.fromEntries(Object.keys(content.headers).map((key) => [key, outside['var.value']])),
        config: content.config,
        security: { protocol: content.security.protocol, broker_public_certificate: 'pem\n' },
        schema_registry_urls: [
          content.schemaRegistryUrls[0],
          outside['var.value'],
          1.5,
          -7,
          1.5e21,
          2 ** 63,
          true,
          null,
        ],
        azure: { region: null },
      },
    ]);
    expect(variables).toEqual(['value']);
    expect(labels[1]).toMatch(/^[a-z][a-z0-9_]*$/);
  }
});

test('whatever the connection, Terraform parses it, indented by two blanks and with one on each side of =', async () => {
  for (const content of [...fixtures.map((fixture) => JSON.parse(fixture.content)), hostile(1), hostile(2)]) {
    const { text } = await write(content);
    expect(misindented(text)).toEqual([]);
    const pairs = nodesIn((await readTerraform(text)).root, 'attribute', 'object_elem');
    expect(pairs.length).toBeGreaterThan(0);
    for (const { children } of pairs) {
      const [name, sign, value] = children;
      expect(sign?.text).toBe('=');
      expect((sign?.startIndex ?? 0) - (name?.endIndex ?? 0)).toBe(1);
      expect((value?.startIndex ?? 0) - (sign?.endIndex ?? 0)).toBe(1);
    }
  }
});
