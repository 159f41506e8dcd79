// The Atlas Administration API as far as stream connections need it. The build loads this file on first use.
import { readAnswer } from './answer.ts';
import { createApiKeySession } from './apiKey.ts';
import { apiPath, connectionSegments, type StreamTarget } from './endpoint.ts';
import type { AtlasCredential, CreateOutcome, JsonObject, Outcome } from './outcome.ts';
import { createServiceAccountSession } from './serviceAccount.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface StreamInstance {
  readonly name: string;
  /** Provider and region of the data processing, such as `AWS VIRGINIA_USA`. */
  readonly region: string | undefined;
}

export interface CreateOptions {
  /** Whether Atlas shall wrap its answer, together with the status, in an object. */
  readonly envelope: boolean;
  /** Whether Atlas shall indent its answer. */
  readonly pretty: boolean;
}

export interface AtlasClient {
  listProjects(signal: AbortSignal): Promise<Outcome<readonly Project[]>>;
  listStreamInstances(groupId: string, signal: AbortSignal): Promise<Outcome<readonly StreamInstance[]>>;
  /** *Create One Stream Connection* with `body` as it is; never repeated on its own. */
  createConnection(
    target: StreamTarget,
    body: JsonObject,
    options: CreateOptions,
    signal: AbortSignal,
  ): Promise<CreateOutcome>;
  /** Signs out and closes every connection. */
  close(): Promise<void>;
}

export interface AtlasClientOptions extends TransportOptions {
  readonly credential: AtlasCredential;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** The version that the reference page names; Atlas serves the newest one not later than it. */
const accept = 'application/vnd.atlas.2025-02-19+json';

const pageSize = 500;

/** A client for the credential's host, signed in when the first request needs it. */
export function createAtlasClient({ credential, now, ...options }: AtlasClientOptions): AtlasClient {
  const transport = createTransport(credential.host, options);
  const session =
    credential.kind === 'serviceAccount'
      ? createServiceAccountSession(transport, credential, now)
      : createApiKeySession(transport, credential);

  async function get(path: string, signal: AbortSignal): Promise<Outcome<JsonObject>> {
    const result = await session.send({ method: 'GET', path, headers: { accept }, signal });
    if (result.kind !== 'answered') return result;
    const read = readAnswer(result);
    return read.kind === 'unreachable' ? { ...read, maybeDone: false } : read;
  }

  /** Every item of a list, page after page, until as many have come as Atlas counts. */
  async function listAll(segments: readonly string[], signal: AbortSignal): Promise<Outcome<readonly JsonObject[]>> {
    const items: JsonObject[] = [];
    for (let pageNum = 1; ; pageNum++) {
      const page = await get(apiPath(segments, { itemsPerPage: pageSize, pageNum }), signal);
      if (page.kind !== 'ok') return page;
      const { results, totalCount } = page.value;
      const found = Array.isArray(results) ? (results as JsonObject[]) : [];
      items.push(...found);
      const complete = typeof totalCount === 'number' ? items.length >= totalCount : found.length < pageSize;
      if (found.length === 0 || complete) return { kind: 'ok', value: items };
    }
  }

  return {
    listProjects: async (signal) => mapItems(await listAll(['groups'], signal), toProject),
    listStreamInstances: async (groupId, signal) =>
      mapItems(await listAll(['groups', groupId, 'streams'], signal), toStreamInstance),
    createConnection: async (target, body, query, signal) => {
      const path = apiPath(connectionSegments(target), { ...query });
      const headers = { accept, 'content-type': 'application/json' };
      const result = await session.send({ method: 'POST', path, headers, body: JSON.stringify(body), signal });
      if (result.kind !== 'answered') return result;
      const read = readAnswer(result, { enveloped: query.envelope });
      if (read.kind !== 'ok') return read;
      const { state } = read.value;
      return { kind: 'created', connection: read.value, state: typeof state === 'string' ? state : undefined };
    },
    close: async () => {
      await session.end();
      await transport.close();
    },
  };
}

function mapItems<T>(outcome: Outcome<readonly JsonObject[]>, map: (item: JsonObject) => T): Outcome<readonly T[]> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.map(map) } : outcome;
}

function toProject({ id, name }: JsonObject): Project {
  return { id: String(id), name: String(name) };
}

function toStreamInstance({ name, dataProcessRegion }: JsonObject): StreamInstance {
  const { cloudProvider, region } = (dataProcessRegion ?? {}) as JsonObject;
  return { name: String(name), region: region ? `${cloudProvider ?? ''} ${region}`.trim() : undefined };
}
