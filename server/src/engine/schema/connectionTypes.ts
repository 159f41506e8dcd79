// The list of connection types, and the one schema composed of their files.
import awsKinesisDataStreams from '../../../../schemas/connections/AWSKinesisDataStreams.json' with { type: 'json' };
import awsLambda from '../../../../schemas/connections/AWSLambda.json' with { type: 'json' };
import azureBlobStorage from '../../../../schemas/connections/AzureBlobStorage.json' with { type: 'json' };
import cluster from '../../../../schemas/connections/Cluster.json' with { type: 'json' };
import gcpPubSub from '../../../../schemas/connections/GCPPubSub.json' with { type: 'json' };
import https from '../../../../schemas/connections/Https.json' with { type: 'json' };
import kafka from '../../../../schemas/connections/Kafka.json' with { type: 'json' };
import s3 from '../../../../schemas/connections/S3.json' with { type: 'json' };
import sample from '../../../../schemas/connections/Sample.json' with { type: 'json' };
import schemaRegistry from '../../../../schemas/connections/SchemaRegistry.json' with { type: 'json' };
import aws from '../../../../schemas/shared/aws.json' with { type: 'json' };
import common from '../../../../schemas/shared/common.json' with { type: 'json' };
import kafkaAuthentication from '../../../../schemas/shared/kafkaAuthentication.json' with { type: 'json' };
import networking from '../../../../schemas/shared/networking.json' with { type: 'json' };
import publicPrivateNetworking from '../../../../schemas/shared/publicPrivateNetworking.json' with { type: 'json' };
import { composeSchema } from './composeSchema.ts';

/** Every connection type, by the value of `type`, in the order in which a person is offered them. */
const connections = {
  Kafka: kafka,
  Cluster: cluster,
  Sample: sample,
  Https: https,
  AWSLambda: awsLambda,
  S3: s3,
  AWSKinesisDataStreams: awsKinesisDataStreams,
  SchemaRegistry: schemaRegistry,
  AzureBlobStorage: azureBlobStorage,
  GCPPubSub: gcpPubSub,
};

const shared = { aws, common, kafkaAuthentication, networking, publicPrivateNetworking };

export const connectionTypeNames: readonly string[] = Object.keys(connections);

/** JSON Schema (draft-07) of a whole connection file, with every reference inside it. */
export const rootSchema = composeSchema(connections, shared);
