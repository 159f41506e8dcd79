// Bodies with a secret where people put it by mistake: by its pointer, what stands around it.

/** What must be seen nowhere; no word of it says that it is a secret. */
export const canary = 'canary-Blue7Horse9';

const pem = `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----\n`;
const connectionString = `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${canary}=`;

/** Each with its value at the pointer. */
export const misplaced: Readonly<Record<string, readonly (readonly [pointer: string, value: string])[]>> = {
  'another spelling of the right key': [
    ['/authentication/Password', canary],
    ['/authentication/PASSWORD', canary],
    ['/authentication/ssl_key', canary],
    ['/authentication/sslkey', canary],
    ['/authentication/SSLKeyPassword', canary],
    ['/authentication/client-secret', canary],
    ['/authentication/api_secret', canary],
    ['/authentication/apiKey', canary],
    ['/authentication/sasl.password', canary],
    ['/authentication/saslPassword', canary],
    ['/authentication/pass', canary],
    ['/authentication/passwd', canary],
    ['/authentication/pwd', canary],
    ['/schemaRegistryAuthentication/basic.auth.user.info', `shop:${canary}`],
    ['/schemaRegistryAuthentication/userInfo', `shop:${canary}`],
    ['/schemaRegistryAuthentication/apiSecret', canary],
  ],
  'another depth, or an object of another name': [
    ['/Authentication/Password', canary],
    ['/connectionConfig/authentication/password', canary],
    ['/kafkaConfig/authentication/credentials/value', canary],
    ['/properties/authentication/clientSecret', canary],
    ['/sasl/password', canary],
    ['/security/saslPassword', canary],
    ['/spec/passwordSecret/value', canary],
    ['/password', canary],
    ['/token', canary],
    ['/credentials', canary],
    ['/config/headers/Authorization', `Bearer ${canary}`],
    ['/Headers/Authorization', `Basic ${canary}`],
  ],
  'settings of a client': [
    ['/config/sasl.password', canary],
    ['/config/sasl_password', canary],
    ['/config/sasl.jaas.config', `org.example.PlainLoginModule required username="shop" password="${canary}";`],
    ['/config/sasl.oauthbearer.client.secret', canary],
    ['/config/ssl.key.pem', pem],
    ['/config/ssl.keystore.password', canary],
    ['/config/basic.auth.user.info', `shop:${canary}`],
    ['/config/login', `org.example.ScramLoginModule required username=shop password=${canary};`],
  ],
  'keys of clouds': [
    ['/aws/secretKey', canary],
    ['/aws/secretAccessKey', canary],
    ['/aws/session_token', canary],
    ['/azure/accountKey', canary],
    ['/azure/sasToken', `sv=2025&sig=${canary}`],
    ['/azure/connectionString', `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${canary}`],
    ['/gcp/private_key', pem],
    ['/gcp/key', pem],
    ['/connection_string', `mongodb+srv://shop:${canary}@cluster0.example.mongodb.net`],
    ['/uri', `mongodb+srv://shop:${canary}@cluster0.example.mongodb.net`],
    ['/authentication/username', connectionString],
    ['/bootstrapServers', `shop:${canary}@broker.example.com:9092`],
  ],
  'headers of vendors': [
    ['/headers/x-goog-api-key', canary],
    ['/headers/X-Shopify-Access-Token', canary],
    ['/headers/X-API-TOKEN', canary],
    ['/headers/X-Auth', canary],
    ['/headers/api_key', canary],
    ['/headers/Ocp-Apim-Subscription-Key', canary],
    ['/headers/x-functions-key', canary],
    ['/headers/X-Hub-Signature-256', canary],
    ['/headers/DD-APPLICATION-KEY', canary],
    ['/headers/Cookie', `session=${canary}`],
    ['/headers/X-Shop', `4f8a1c9e${canary}0b7d`],
  ],
  addresses: [
    ['/url', `https://api.example.com/v1?code=${canary}`],
    ['/url', `https://api.example.com/v1?b=1&api_key=${canary}`],
    ['/url', `https://api.example.com/v1?access_token=${canary}#top`],
    ['/url', `https://api.example.com/v1?key=${canary}`],
    ['/url', `https://shop.blob.example.com/a?sv=2025&sig=${canary}`],
    ['/url', `https://hooks.slack.com/services/T0/B0/${canary}`],
    ['/url', `https://discord.com/api/webhooks/12345/${canary}`],
    ['/url', `https://shop.webhook.office.com/webhookb2/${canary}`],
    ['/schemaRegistryUrls/0', `https://registry.example.com?token=${canary}`],
  ],
};

/** A body of the type with the value there. */
export function bodyWithAt(pointer: string, value: string): Record<string, unknown> {
  const keys = pointer.slice(1).split('/');
  const inside = keys.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), value);
  return { type: 'Kafka', name: 'orders', ...(inside as object) };
}

/** What is no secret, though it stands beside them or speaks of them. */
export const harmless: readonly (readonly [pointer: string, value: string])[] = [
  ['/headers/User-Agent', 'shop/1.0 (node 24; linux x64)'],
  ['/headers/Accept-Language', 'en-US,en;q=0.5'],
  ['/headers/X-Environment', 'production-eu-central-1'],
  ['/headers/X-Request-Id', '0b7f3a9c-81e2-4d04-b5f9-a6c12e3d4f50'],
  ['/headers/X-Api-Key-Id', 'key-17'],
  ['/headers/Content-Type', 'application/vnd.shop.orders.v2+json'],
  ['/headers/Idempotency-Key', 'orders'],
  ['/authentication/tokenEndpointUrl', 'https://login.example.com/oauth2/v1/token'],
  ['/authentication/username', 'tenant:me@corp.example.com'],
  ['/authentication/clientId', 'orders-service'],
  ['/authentication/scope', 'api://orders/.default'],
  ['/authentication/saslOauthbearerExtensions', 'logicalCluster=lkc-abc123,identityPoolId=pool-xyz9'],
  ['/authentication/sslCertificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
  ['/config/ssl.key.location', '/etc/kafka/client.key'],
  ['/config/sasl.oauthbearer.token.endpoint.url', 'https://login.example.com/token'],
  ['/config/basic.auth.credentials.source', 'USER_INFO'],
  ['/config/transactional.id', 'orders-1'],
  ['/config/secretName', 'kafka'],
  ['/aws/roleArn', 'arn:aws:iam::123456789012:role/atlas-streams'],
  ['/aws/access_key_id', 'not-a-key'],
  ['/gcp/serviceAccountId', 'streams@my-project.iam.gserviceaccount.com'],
  ['/url', 'https://api.example.com:8443/v1/orders?region=eu&page=2#top'],
  ['/url', 'https://api.example.com/hooks/orders'],
  ['/bootstrapServers', 'b-1.orders.abc123.c2.kafka.us-east-1.amazonaws.com:9096,broker2.example.com:9092'],
  ['/passThrough', 'all'],
  ['/compass', 'north'],
];
