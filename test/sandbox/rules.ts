// What the sandbox refuses in a connection: its own short list, apart from schemas/.
import type { Json } from './state.ts';

const types = new Set(
  'Sample Cluster Kafka Https AWSLambda S3 AWSKinesisDataStreams SchemaRegistry AzureBlobStorage GCPPubSub'.split(' '),
);

const needed: Readonly<Record<string, readonly string[]>> = {
  Cluster: ['clusterName'],
  Kafka: ['bootstrapServers', 'authentication', 'security'],
  Https: ['url'],
  AWSLambda: ['aws'],
  S3: ['aws'],
  AWSKinesisDataStreams: ['aws'],
  SchemaRegistry: ['provider', 'schemaRegistryUrls', 'schemaRegistryAuthentication'],
  AzureBlobStorage: ['azure'],
  GCPPubSub: ['gcp'],
};

/** What Atlas would say of a body; undefined when it takes it. */
export function findProblem(body: Json): string | undefined {
  const { type, name } = body;
  if (typeof type !== 'string' || !types.has(type)) return 'Invalid type.';
  if (typeof name !== 'string' || name === '') return 'Invalid name.';
  const missing = needed[type]?.find((property) => body[property] === undefined);
  if (missing) return `Missing ${missing}.`;
  if (type === 'Kafka' && !isPublicHostList(body.bootstrapServers)) return 'Invalid bootstrapServers.';
  if (type === 'Https' && !(typeof body.url === 'string' && URL.canParse(body.url))) return 'Invalid url.';
  return undefined;
}

function isPublicHostList(servers: unknown): boolean {
  if (typeof servers !== 'string') return false;
  return servers.split(',').every((server) => /^[a-z0-9.-]+:\d+$/i.test(server) && !/^(localhost|127\.)/.test(server));
}

const writeOnly: Readonly<Record<string, readonly string[]>> = {
  authentication: ['password', 'clientSecret', 'sslKey', 'sslKeyPassword'],
  schemaRegistryAuthentication: ['password'],
};

const networked = new Set(['Kafka', 'S3', 'AWSKinesisDataStreams']);

/** Whether Atlas has to reach into somebody's network for it, which takes a while. */
export function needsSetUp({ networking, publicPrivateNetworking }: Json): boolean {
  const { access } = (networking ?? publicPrivateNetworking ?? {}) as { access?: Json };
  return access?.type !== undefined && access.type !== 'PUBLIC';
}

/** A connection as Atlas gives it back: without secrets, with the defaults filled in. */
export function toConnection(body: Json, id: string, region: string, state: string): Json {
  const networking = networked.has(String(body.type))
    ? { networking: body.networking ?? { access: { type: 'PUBLIC' } } }
    : {};
  const shown = Object.entries(body).map(([key, value]) => [key, withoutSecrets(value, writeOnly[key] ?? [])]);
  return { ...Object.fromEntries(shown), ...networking, id, region, state };
}

function withoutSecrets(value: unknown, secret: readonly string[]): unknown {
  if (secret.length === 0 || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !secret.includes(key)));
}
