// What Atlas complains of when it refuses a connection: each complaint at its place in the body that was sent.
import * as l10n from '@vscode/l10n';
import { fromPointer, toPointer } from '../../../jsonPointer.ts';
import type { PreparedRequest, Refusal } from '../../../protocol.ts';
import type { JsonPath } from '../../json/jsonPath.ts';
import { valueAt } from '../../json/jsonPath.ts';
import { placeAt, placesIn } from '../../schema/places.ts';
import type { Severity } from '../../schema/rules.ts';
import { inWords } from '../../schema/wording.ts';
import { type Names, namesOf } from './names.ts';
import { asSentence, plainLine, readAtMost } from './plainLine.ts';
import { type KnownRefusal, knownOf, type Way } from './refusalTable.ts';

export interface Complaint {
  /** Empty where Atlas does not say which property it means. */
  readonly path: JsonPath;
  /** What was sent there; undefined where nothing was. */
  readonly value: unknown;
  /** Atlas' own code, or the status where it gave none. */
  readonly code: string | number;
  readonly severity: Severity;
  readonly message: string;
  readonly ways: readonly Way[];
}

type Body = PreparedRequest['body'];

/** Complaints of one refusal; more would hide the file. */
const shownAtMost = 10;

/** Characters of Atlas' words that a message has. */
const longest = { code: 100, words: 400, field: 100 };

/** The complaints of a refusal; none where it does not speak of the file, such as of a missing role. */
export function readRefusal(sent: Body, refusal: Refusal): Complaint[] {
  const { status, errorCode, reason, detail, target } = refusal;
  const known = knownOf(refusal, textsOf(refusal).join('\n'));
  const words = plainLine(detail ?? '', longest.words) || wordsOn(status, reason);
  const advised = (text: string) =>
    [asSentence(plainLine(text, longest.words)), inWords(known.advice)].filter(Boolean).join(' ');
  const toComplaint = ({ path, text }: Said): Complaint => ({
    path,
    value: valueAt(sent, path),
    code: plainLine(errorCode ?? '', longest.code) || status,
    severity: known.severity ?? 'error',
    message: inTarget(advised(text || words), target),
    // What can be done about the code's own place cannot be done about others.
    ways: (known.at?.includes(toPointer(path)) ?? true) ? (known.ways ?? []) : [],
  });
  const complaints = saidIn(sent, refusal, known).slice(0, shownAtMost).map(toComplaint);
  return [
    ...new Map(complaints.map((complaint) => [toPointer(complaint.path) + complaint.message, complaint])).values(),
  ];
}

function inTarget(message: string, target: string | undefined): string {
  return target === undefined
    ? message
    : l10n.t('In {target}: {message}', { target: plainLine(target, longest.words), message });
}

/** Of an answer that says nothing but its status. */
function wordsOn(status: number, reason: string | undefined): string {
  return reason
    ? l10n.t('Atlas refused it with {status}: {reason}.', { status, reason })
    : l10n.t('Atlas refused it with {0}.', status);
}

interface Said {
  readonly path: JsonPath;
  /** What is said of this place alone. */
  readonly text?: string;
}

function saidIn(sent: Body, refusal: Refusal, known: KnownRefusal): Said[] {
  const names = namesOf(sent);
  const { fields = [] } = refusal;
  if (fields.length > 0) return fields.slice(0, shownAtMost).map((field) => ofField(field, names));
  if (known.at) return ofPointers(sent, known.at);
  const paths = ofNames(refusal, names, known.byValue ? ofValues(sent, refusal) : []);
  return paths.length > 0 ? paths.map((path) => ({ path })) : [{ path: [] }];
}

function ofField({ field, description }: NonNullable<Refusal['fields']>[number], names: Names): Said {
  const name = plainLine(field, longest.field);
  const path = names.resolve(name) ?? names.mentionedIn(name)[0]?.path;
  if (path) return { path, text: description };
  return { path: [], text: [name, description].filter(Boolean).join(': ') };
}

/** The first place that is there, or else that the file's type knows. */
function ofPointers(sent: Body, pointers: readonly string[]): Said[] {
  const paths = pointers.map(fromPointer);
  const path =
    paths.find((candidate) => valueAt(sent, candidate) !== undefined) ??
    paths.find((candidate) => placeAt(sent, candidate).schemas.length > 0);
  // A code whose places this type has not speaks of the file all the same.
  return pointers.length === 0 ? [] : [{ path: path ?? [] }];
}

/** All that the texts surely name, without the objects around it; else `others`; else the first that may be a name. */
function ofNames(refusal: Refusal, names: Names, others: readonly JsonPath[]): readonly JsonPath[] {
  const mentions = textsOf(refusal).flatMap((text) => names.mentionedIn(text));
  const sure = mentions.filter(({ isSure }) => isSure).map(({ path }) => path);
  if (sure.length === 0) return others.length > 0 ? others : mentions.slice(0, 1).map(({ path }) => path);
  const distinct = [...new Map(sure.map((path) => [toPointer(path), path])).values()];
  return distinct.filter((path) => !distinct.some((other) => isAround(path, other)));
}

function isAround(outer: JsonPath, inner: JsonPath): boolean {
  return toPointer(inner).startsWith(`${toPointer(outer)}/`);
}

/** The first place whose value the texts quote. */
function ofValues(sent: Body, refusal: Refusal): JsonPath[] {
  const wordsIn = (text: string) => text.match(/[^\s"'`,;:]*[^\s"'`,;:.]/g) ?? [];
  const words = new Set(textsOf(refusal).flatMap((text) => [text, ...wordsIn(text)]));
  const place = placesIn(sent).find(({ value }) => typeof value === 'string' && value !== '' && words.has(value));
  return place ? [place.path] : [];
}

/** All that Atlas says, each text as far as it is read. */
function textsOf({ detail, parameters = [] }: Refusal): string[] {
  return [detail ?? '', ...parameters.slice(0, shownAtMost)].map((text) => text.slice(0, readAtMost));
}
