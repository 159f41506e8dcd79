// Bodies of connections for the sandbox' own tests.

export const cluster = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
export const kafka = {
  type: 'Kafka',
  name: 'events',
  bootstrapServers: 'events.example.com:9092',
  authentication: { mechanism: 'PLAIN', username: 'u', password: 'canary-password' },
  security: { protocol: 'SASL_SSL' },
};
export const access = { type: 'PRIVATE_LINK', connectionId: '0123456789abcdef01234567' };
export const privateKafka = { ...kafka, networking: { access } };
