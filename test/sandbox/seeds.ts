// What the project Shop has from the start, so that there is something to list, to choose and to be refused for.
import { toConnection } from './rules.ts';
import type { Json, SandboxProject } from './state.ts';

/** Fills the project; `newId` gives the ids. */
export function fillShop(shop: SandboxProject, newId: () => string): void {
  const groupId = shop.id;
  shop.clusters.push(
    ...[
      { name: 'Shop', stateName: 'IDLE', paused: false },
      { name: 'Reports', stateName: 'IDLE', paused: true },
    ].map((cluster) => ({ id: newId(), groupId, clusterType: 'REPLICASET', mongoDBVersion: '8.0.12', ...cluster })),
  );
  shop.databaseRoles.push(...['streamsReader', 'streamsWriter'].map((roleName) => ({ roleName, actions: [] })));
  shop.privateLinks.push(...privateLinks.map((link) => ({ _id: newId(), ...link })));
  const { awsIamRoles, azureServicePrincipals, gcpServiceAccounts } = shop.cloudProviderAccess;
  awsIamRoles.push({ roleId: newId(), ...awsRole });
  azureServicePrincipals.push({ _id: newId(), ...azurePrincipal });
  gcpServiceAccounts.push({ roleId: newId(), ...gcpAccount });
  const orders = shop.instances.get('orders');
  if (!orders) return;
  for (const connection of connections) {
    const { name } = connection;
    orders.connections.set(name, toConnection(connection, newId(), orders.dataProcessRegion.region, 'READY'));
  }
  orders.processors.push(...processors.map((processor) => ({ _id: newId(), ...processor })));
}

const connections = [
  { type: 'Sample', name: 'sample_stream_solar' },
  {
    type: 'Cluster',
    name: 'warehouse',
    clusterName: 'Shop',
    dbRoleToExecute: { role: 'readWriteAnyDatabase', type: 'BUILT_IN' },
  },
  {
    type: 'Kafka',
    name: 'broker',
    bootstrapServers: 'broker.example.com:9092',
    authentication: { mechanism: 'SCRAM-512', username: 'shop' },
    security: { protocol: 'SASL_SSL' },
  },
  { type: 'Https', name: 'webhook', url: 'https://hooks.example.com/orders', headers: { 'X-Source': 'shop' } },
] as const;

/** The first runs, so its two connections cannot be changed or deleted; the second does not. */
const processors: readonly Json[] = [
  {
    name: 'collectSolar',
    state: 'STARTED',
    pipeline: [
      { $source: { connectionName: 'sample_stream_solar' } },
      { $merge: { into: { connectionName: 'warehouse', db: 'shop', coll: 'solar' } } },
    ],
    options: { dlq: { connectionName: 'warehouse', db: 'shop', coll: 'refused' } },
  },
  {
    name: 'notifyOrders',
    state: 'STOPPED',
    pipeline: [
      { $source: { connectionName: 'broker', topic: 'orders' } },
      { $https: { connectionName: 'webhook', path: 'new', method: 'POST', as: 'notified' } },
      { $emit: { connectionName: 'broker', topic: 'notified' } },
    ],
    options: { dlq: { connectionName: 'warehouse', db: 'shop', coll: 'unsent' } },
  },
];

const privateLinks: readonly Json[] = [
  {
    provider: 'AWS',
    vendor: 'CONFLUENT',
    region: 'us-east-1',
    serviceEndpointId: 'com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f60718',
    dnsDomain: 'shop.us-east-1.private.example.com',
    dnsSubDomain: ['use1-az1', 'use1-az2'],
    interfaceEndpointId: 'vpce-00112233445566778',
    state: 'DONE',
  },
  {
    provider: 'AZURE',
    vendor: 'EVENTHUB',
    region: 'eastus2',
    serviceEndpointId:
      '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/shop/providers/Microsoft.EventHub/namespaces/shop',
    dnsDomain: 'shop.example.net',
    state: 'IDLE',
  },
];

const awsRole = {
  providerName: 'AWS',
  iamAssumedRoleArn: 'arn:aws:iam::123456789012:role/shop-streams',
  atlasAWSAccountArn: 'arn:aws:iam::210987654321:root',
  atlasAssumedRoleExternalId: '9f1c2f3e-5d6a-4b7c-8e9f-0a1b2c3d4e5f',
  createdDate: '2026-03-01T08:00:00Z',
  authorizedDate: '2026-03-01T08:05:00Z',
  featureUsages: [],
};

const azurePrincipal = {
  providerName: 'AZURE',
  servicePrincipalId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  tenantId: '6f9619ff-8b86-4011-b42d-00cf4fc964ff',
  atlasAzureAppId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  createdDate: '2026-03-02T08:00:00Z',
  lastUpdatedDate: '2026-03-02T08:05:00Z',
  featureUsages: [],
};

const gcpAccount = {
  providerName: 'GCP',
  gcpServiceAccountForAtlas: 'shop-streams@sandbox-project.iam.gserviceaccount.example.com',
  status: 'COMPLETE',
  createdDate: '2026-03-03T08:00:00Z',
  featureUsages: [],
};
