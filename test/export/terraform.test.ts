// What is copied for Terraform: the provider's names, the layout of `terraform fmt`, and the values as Terraform itself reads them.
import { describe, expect, test } from 'vitest';
import { fixtures } from '../support/fixtures.ts';
import { createRandom } from '../support/random.ts';
import { has, requestOf, useFolder, writeAs } from './exporting.ts';

const folder = useFolder();

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
  type      = string
  sensitive = true
}

resource "mongodbatlas_stream_connection" "orders_kafka_eu" {
  project_id        = "32b6e34b3d91647abb20e7b8"
  workspace_name    = "orders"
  type              = "Kafka"
  connection_name   = "ordersKafka-EU"
  bootstrap_servers = "broker.example.com:9092"
  authentication = {
    mechanism = "PLAIN"
    username  = "shop"
    password  = var.secret_kafka_password
  }
  security = {
    protocol                  = "SASL_SSL"
    broker_public_certificate = file("certs/ca.pem")
  }
  config = {
    "auto.offset.reset" = "latest"
  }
  networking = {
    access = {
      type          = "PRIVATE_LINK"
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
  expect(text).toContain('url            = var.env_version');
});

/** Asks nobody for newer versions, and finds no settings of the person's. */
const quiet = { CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: '/dev/null' };

describe.runIf(has('terraform'))('terraform', () => {
  test('fmt finds nothing to change in any fixture', async () => {
    for (const { file, content } of fixtures) {
      folder.write('main.tf', (await write(JSON.parse(content))).text);
      const { code, out, err } = await folder.run('terraform fmt -check -diff main.tf', quiet);
      expect([file, out, err, code]).toEqual([file, '', '', 0]);
    }
  }, 60_000);

  test('reads every value as it was, from the text, the environment and the file', async () => {
    const random = createRandom(7);
    const pieces = [
      ...` \t\n\r"'\\$%{}\u0001\b\f\u007fü😀\u2028<>&`,
      '${x}',
      '%{if}',
      '$${',
      '%%{',
      '$$$',
      '\\u0041',
      'EOT',
      '#',
      '//',
    ];
    const anyText = () => Array.from({ length: random.below(9) }, () => random.pick(pieces)).join('');
    const headers = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`k${index}${anyText()}`, '${env:VALUE}']),
    );
    const config = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}${anyText()}`, anyText()]));
    const security = { brokerPublicCertificate: '${file:a "certificate" of ours.pem}' };
    const { text } = await write({ type: 'Https', headers, config, security, azure: { region: null } }, anyText());
    // As a value of its own: the provider that knows the resource is not on this machine.
    const local = text.replace(/^resource .*$/m, 'locals {\nconnection = {');
    folder.write('main.tf', `${local}}\n`);
    folder.write('a "certificate" of ours.pem', 'pem\n');
    const ask = `echo 'nonsensitive(base64encode(jsonencode(local.connection)))' | terraform console`;
    const { out, err } = await folder.run(ask, { ...quiet, TF_VAR_value: 'from "outside"\n' });
    expect(err).toBe('');
    expect(JSON.parse(Buffer.from(out.trim().slice(1, -1), 'base64').toString())).toMatchObject({
      type: 'Https',
      headers: Object.fromEntries(Object.keys(headers).map((key) => [key, 'from "outside"\n'])),
      config,
      security: { broker_public_certificate: 'pem\n' },
      azure: { region: null },
    });
  }, 60_000);
});
