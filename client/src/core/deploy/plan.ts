// What deploying many files comes to, before anything is sent: one step for each file.

import type { CompareParams, CompareResult } from '../../../../server/src/deployedProtocol.ts';
import type { PreparedRequest, PrepareRequestResult } from '../../../../server/src/protocol.ts';
import { unreadyState } from '../atlas/states.ts';
import type { JsonObject } from '../json.ts';
import type { Looked, SeenSource } from '../placeholders/look.ts';

/** A connection file as the editor shows it, or would show it. */
export interface ReadFile {
  readonly uri: string;
  /** As people know it. */
  readonly path: string;
  readonly isUnsaved: boolean;
  /** `unchecked`: something went wrong with it, and is in the log. */
  readonly reading: PrepareRequestResult | { readonly kind: 'unreadable' } | { readonly kind: 'unchecked' };
}

export interface PlannedFile {
  readonly file: ReadFile;
  readonly step: Step;
}

export type Step = SendableStep | ImmutableStep | FaultyStep;

/** `upToDate`: nothing differs, apart from what cannot be compared. It may still be sent. */
export type SendableStep = Sendable &
  ({ readonly kind: 'create' } | ({ readonly kind: 'update' | 'upToDate' } & Compared));

export interface Sendable {
  readonly request: PreparedRequest;
  readonly name: string;
  /** What is read for it. */
  readonly sources: readonly SeenSource[];
}

/** Of a connection that Atlas has. */
interface Compared {
  readonly comparison: CompareResult;
  /** Its state, where that is not READY. */
  readonly unready: string | undefined;
}

/** What differs cannot be updated. */
export interface ImmutableStep extends Compared {
  readonly kind: 'immutable';
  readonly name: string;
}

export interface FaultyStep {
  readonly kind: 'faulty';
  readonly fault: Fault;
}

export type Fault =
  | { readonly kind: 'unreadable' | 'unchecked' | 'otherLanguage' | 'noName' | 'placeholderName' | 'tooDeep' }
  | { readonly kind: 'beingDeleted' }
  | { readonly kind: 'unsendable'; readonly reason: string }
  | { readonly kind: 'errors'; readonly count: number }
  /** Other files have the same connection. */
  | { readonly kind: 'sameName'; readonly name: string; readonly others: readonly string[] }
  /** A secret, variable or file cannot be read. */
  | { readonly kind: 'source'; readonly reason: string };

/** Who knows what the plan needs. Where something goes wrong with one file, it is in the log, and the answer is undefined. */
export interface Judges {
  compare(params: CompareParams): Promise<CompareResult | null | undefined>;
  /** Looks at the sources of a file's placeholders. */
  look(file: ReadFile, request: PreparedRequest): Promise<Looked | undefined>;
}

export function isSendable(step: Step): step is SendableStep {
  return step.kind === 'create' || step.kind === 'update' || step.kind === 'upToDate';
}

/** The state of the connection in Atlas, where that is not READY. */
export function unreadyIn(step: Step): string | undefined {
  return 'unready' in step ? step.unready : undefined;
}

/** The name of the connection, where the file tells one. */
export function nameOf({ step, file: { reading } }: PlannedFile): string | undefined {
  if (step.kind !== 'faulty') return step.name;
  return reading.kind === 'prepared' ? reading.request.name : undefined;
}

const order: readonly Step['kind'][] = ['faulty', 'immutable', 'update', 'create', 'upToDate'];

/** A step for each of `files`, where Atlas has `deployed`: what needs a person first, what needs nothing last. */
export async function planFiles(
  files: readonly ReadFile[],
  deployed: readonly JsonObject[],
  judges: Judges,
): Promise<readonly PlannedFile[]> {
  const byName = new Map(deployed.map((connection) => [connection.name, connection]));
  const sharing = sharedNames(files);
  const planned = await Promise.all(
    files.map(async (file) => ({ file, step: await planFile(file, byName, sharing, judges) })),
  );
  const rank = ({ step }: PlannedFile) => order.indexOf(step.kind) - (unreadyIn(step) === undefined ? 0 : 0.5);
  return planned.toSorted((a, b) => rank(a) - rank(b) || (a.file.path < b.file.path ? -1 : 1));
}

async function planFile(
  file: ReadFile,
  deployed: ReadonlyMap<unknown, JsonObject>,
  sharing: ReadonlyMap<string, readonly ReadFile[]>,
  { compare, look }: Judges,
): Promise<Step> {
  const { reading } = file;
  const fault = faultIn(file, sharing);
  if (fault || reading.kind !== 'prepared' || reading.request.name === undefined)
    return { kind: 'faulty', fault: fault ?? { kind: 'noName' } };
  const { request } = reading;
  const { name } = reading.request;
  const connection = deployed.get(name);
  if (connection?.state === 'DELETING') return { kind: 'faulty', fault: { kind: 'beingDeleted' } };
  const comparison = connection && (await compare({ body: request.body, connection }));
  if (comparison === null) return { kind: 'faulty', fault: { kind: 'tooDeep' } };
  if (connection && !comparison) return { kind: 'faulty', fault: { kind: 'unchecked' } };
  const compared = connection && comparison && { comparison, unready: unreadyState(connection) };
  if (compared && compared.comparison.immutable.length > 0) return { kind: 'immutable', name, ...compared };
  const looked = await look(file, request);
  if (!looked) return { kind: 'faulty', fault: { kind: 'unchecked' } };
  if (looked.kind === 'unusable') return { kind: 'faulty', fault: { kind: 'source', reason: looked.reason } };
  const sendable = { request, name, sources: looked.sources };
  if (!compared) return { kind: 'create', ...sendable };
  return { kind: compared.comparison.upToDate ? 'upToDate' : 'update', ...compared, ...sendable };
}

/**
 * Whether Atlas still has what the file was compared with, where `deployed` is what it has now under the name. Where there
 * was nothing, Atlas itself refuses to create what has come about.
 */
export async function isAsCompared(
  step: SendableStep,
  deployed: JsonObject | undefined,
  compare: Judges['compare'],
): Promise<boolean> {
  if (step.kind === 'create') return true;
  if (deployed?.state === 'DELETING') return false;
  const now = deployed && (await compare({ body: step.request.body, connection: deployed }));
  // As it was shown: other states move on.
  return now?.deployed === step.comparison.deployed;
}

function faultIn({ uri, reading }: ReadFile, sharing: ReadonlyMap<string, readonly ReadFile[]>): Fault | undefined {
  if (reading.kind === 'unreadable') return { kind: 'unreadable' };
  if (reading.kind === 'unchecked') return { kind: 'unchecked' };
  if (reading.kind === 'notOpen') return { kind: 'otherLanguage' };
  if (reading.kind === 'unsendable') return { kind: 'unsendable', reason: reading.reason };
  const { name, placeholders } = reading.request;
  // It is the connection's address in Atlas.
  if (placeholders.some(({ pointer }) => pointer === '/name')) return { kind: 'placeholderName' };
  if (name === undefined) return { kind: 'noName' };
  const others = (sharing.get(name) ?? []).filter((other) => other.uri !== uri).map(({ path }) => path);
  if (others.length > 0) return { kind: 'sameName', name, others };
  return reading.errors > 0 ? { kind: 'errors', count: reading.errors } : undefined;
}

/** The files by the name of their connection, faulty ones too: none of two may win by chance. */
function sharedNames(files: readonly ReadFile[]): ReadonlyMap<string, readonly ReadFile[]> {
  const named = files.flatMap((file) =>
    file.reading.kind === 'prepared' && file.reading.request.name !== undefined
      ? [[file.reading.request.name, file] as const]
      : [],
  );
  const byName = new Map<string, ReadFile[]>();
  for (const [name, file] of named) byName.set(name, [...(byName.get(name) ?? []), file]);
  return byName;
}
