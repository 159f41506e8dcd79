// Recognises what a text is that shall become a connection file: what Atlas answered, a request body, another client's settings.
import * as l10n from '@vscode/l10n';
import type { NewFileResult } from '../../../../server/src/newFileProtocol.ts';
import { isLarger, isObject, isTooDeep, type JsonObject } from '../json.ts';
import { fromSettings, readSettings } from './clientSettings.ts';
import type { Intended } from './draft.ts';
import { isConnection } from './isConnection.ts';

export type Intake =
  /** One or more. */
  | { readonly kind: 'read'; readonly connections: readonly Intended[] }
  /** The reason is a sentence, without anything of the text in it. */
  | { readonly kind: 'notUnderstood'; readonly reason: string };

const longest = 1024 * 1024;
const deepest = 50;
/** In one connection. */
const mostValues = 1000;

/** What the server knows of connections. */
type Knowledge = Pick<NewFileResult, 'clientProperties' | 'connectionMarks'>;

export function readText(text: string, knowledge: Knowledge): Intake {
  if (text.trim() === '') return notUnderstood(l10n.t('The clipboard holds no text.'));
  if (text.length > longest) return notUnderstood(l10n.t('The clipboard holds more than a million characters.'));
  const start = text.replace(/^[\s\uFEFF]+/, '');
  // `[default]` alone on a line heads the settings below it.
  if (/^[[{]/.test(start) && !/^\[[\w .-]+\][ \t]*[\r\n]/.test(start)) return readJson(start, knowledge);
  const settings = readSettings(text, knowledge.clientProperties);
  return settings.length > 0
    ? { kind: 'read', connections: settings }
    : notUnderstood(l10n.t('The clipboard holds neither JSON nor any setting that is known.'));
}

function readJson(text: string, knowledge: Knowledge): Intake {
  const value = parse(text);
  if (value === undefined) return notUnderstood(l10n.t('The clipboard’s text begins like JSON, but is none.'));
  if (isTooDeep(value, deepest)) return notUnderstood(l10n.t('The clipboard’s JSON nests too deeply.'));
  const inner = isObject(value) && isObject(value.content) ? value.content : value;
  if (isObject(inner) && (typeof inner.errorCode === 'string' || typeof inner.error === 'number')) {
    return notUnderstood(l10n.t('The clipboard holds a refusal of Atlas, not a connection.'));
  }
  const connections = listIn(inner, knowledge).flatMap((item) => fromJson(item, knowledge));
  return connections.length > 0
    ? { kind: 'read', connections }
    : notUnderstood(l10n.t('The clipboard’s JSON has no connection in it.'));
}

/** What could be connections: the value itself, those of a list, and those of stream instances. */
function listIn(value: unknown, knowledge: Knowledge): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => listIn(item, knowledge));
  if (!isObject(value) || isConnection(value, knowledge.connectionMarks)) return [value];
  const list = [value.results, value.connections].find(Array.isArray);
  return list ? listIn(list, knowledge) : [value];
}

function fromJson(value: unknown, { clientProperties, connectionMarks }: Knowledge): readonly Intended[] {
  if (!isObject(value) || isLarger(value, mostValues)) return [];
  if (isConnection(value, connectionMarks)) {
    return [{ connection: value, leftOut: [], unnamed: 0, advice: [], files: [] }];
  }
  const settings = Object.entries(value).flatMap(([name, setting]) =>
    ['string', 'number', 'boolean'].includes(typeof setting) ? [{ name, value: String(setting) }] : [],
  );
  return fromSettings(settings, clientProperties);
}

function parse(text: string): JsonObject | readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : undefined;
  } catch {
    // What is wrong is not said: the words of the parser would repeat the text.
    return undefined;
  }
}

function notUnderstood(reason: string): Intake {
  const expected = l10n.t(
    'Copy a connection as JSON, as Atlas answers or takes it, a list of them, or the .properties of a Kafka client (Java or librdkafka).',
  );
  return { kind: 'notUnderstood', reason: `${reason} ${expected}` };
}
