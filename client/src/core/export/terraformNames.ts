// What `mongodbatlas_stream_connection` calls the properties of a connection; data, taken from the provider's reference.

/** An attribute's name, and what is within it: attributes of its own, or keys that are taken as they are. */
export interface Attribute {
  readonly name: string;
  readonly within?: Attributes | 'any key';
}

export type Attributes = { readonly [property: string]: Attribute };

/** In snake case, but for those that are called something else. */
function attributes(within: { readonly [property: string]: true | Attribute['within'] }, names = {}): Attributes {
  const renamed: { readonly [property: string]: string } = names;
  return Object.fromEntries(
    Object.entries(within).map(([property, inner]) => {
      const name = renamed[property] ?? property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [property, inner === true || inner === undefined ? { name } : { name, within: inner }];
    }),
  );
}

const access = attributes({ access: attributes({ type: true, connectionId: true }) });
const role = attributes({ roleArn: true });

export const connectionAttributes: Attributes = attributes(
  {
    name: true,
    type: true,
    clusterName: true,
    clusterGroupId: true,
    dbRoleToExecute: attributes({ role: true, type: true }),
    bootstrapServers: true,
    authentication: attributes({
      mechanism: true,
      method: true,
      username: true,
      password: true,
      tokenEndpointUrl: true,
      clientId: true,
      clientSecret: true,
      scope: true,
      saslOauthbearerExtensions: true,
      aws: role,
    }),
    security: attributes({ protocol: true, brokerPublicCertificate: true }),
    config: 'any key',
    networking: access,
    publicPrivateNetworking: access,
    url: true,
    headers: 'any key',
    aws: role,
    azure: attributes({ servicePrincipalId: true, storageAccountName: true, region: true }),
    gcp: attributes({ serviceAccountId: true }),
    provider: true,
    schemaRegistryUrls: true,
    schemaRegistryAuthentication: attributes({ type: true, username: true, password: true }),
  },
  {
    name: 'connection_name',
    clusterGroupId: 'cluster_project_id',
    publicPrivateNetworking: 'networking',
    provider: 'schema_registry_provider',
  },
);
