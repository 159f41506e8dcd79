// What was sent in the tests of refusals, and the bodies of refusals.
export const kafka = {
  type: 'Kafka',
  name: 'orders',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-256', username: 'orders', password: '${secret:P}' },
  security: { protocol: 'SASL_SSL' },
  config: { 'auto.offset.reset': 'earliest' },
};
export const registry = {
  type: 'SchemaRegistry',
  name: 'registry',
  provider: 'CONFLUENT',
  schemaRegistryUrls: ['https://a.example.com', 'https://b.example.com'],
  schemaRegistryAuthentication: { type: 'SASL_INHERIT' },
};
export const https = {
  type: 'Https',
  name: 'api',
  url: 'https://api.example.com',
  headers: { 'X-Api-Key': '${secret:K}' },
};
export const lambda = { type: 'AWSLambda', name: 'fn', aws: { roleArn: 'arn:aws:iam::123456789012:role/x' } };

/** A refusal that names fields of the file. */
export const wrong = (...fields: string[]) => ({ fields: fields.map((field) => ({ field, description: 'is wrong' })) });

/** A refusal that says something. */
export const detail = (text: string) => ({ detail: text });
