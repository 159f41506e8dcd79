// What is exported: one *Create One Stream Connection* request, still with its placeholders and literal secrets.

import type { SecretPlace } from '../../../../server/src/secrets.ts';
import type { JsonObject } from '../json.ts';

export interface ExportRequest {
  /** Such as `https://cloud.mongodb.com`. */
  readonly origin: string;
  /** With the query, encoded. */
  readonly path: string;
  readonly groupId: string;
  readonly tenantName: string;
  /** The date of the resource's version as a media type. */
  readonly mediaType: string;
  readonly contentType: string;
  readonly body: JsonObject;
  readonly placeholders: readonly Placeholder[];
  /** Where a connection of any type holds secrets, by the marks of the schemas. */
  readonly secretPaths: readonly SecretPlace[];
}

export interface Placeholder {
  /** JSON Pointer (RFC 6901) of the string that the placeholder is. */
  readonly pointer: string;
  readonly kind: string;
  readonly name: string;
}

/** What has been written, for the clipboard. */
export interface Exported {
  readonly text: string;
  /** The environment variables to set before it works. */
  readonly variables: readonly string[];
}
