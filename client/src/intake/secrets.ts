// Takes the secrets out of a connection, so that placeholders can stand in the file instead.
import type { SecretPlace } from '../../../server/src/newFileProtocol.ts';
import { proposeSecretName } from '../../../server/src/secretNames.ts';
import { secretNamesIn } from '../placeholders/secretNames.ts';
import { isObject, type JsonObject, setAt } from './jsonValues.ts';

export interface FoundSecret {
  readonly path: readonly string[];
  /** A name for it, other than those of the connection's other secrets. */
  readonly name: string;
  /** Undefined where the text only says that there is one: masked, or a slot to fill in. */
  readonly value: string | undefined;
  /** It is no text, so that nothing can be stored of it. */
  readonly isLeftOut: boolean;
}

/** Whether a secret, one with a value or one without, must not have the name. */
export type IsTaken = (name: string, hasValue: boolean) => boolean;

/** The secrets that stand in a connection; names follow the connection's. */
export function findSecrets(
  connection: JsonObject,
  places: readonly SecretPlace[],
  connectionName: string,
  isTaken: IsTaken = () => false,
): FoundSecret[] {
  const names = new Set(secretNamesIn(JSON.stringify(connection)));
  return places
    .flatMap((place) => pathsOf(connection, place))
    .flatMap(([path, value]) => {
      if (value !== undefined && (isPlaceholder(value) || value === '')) return [];
      const given = value === undefined || isSlot(value) ? undefined : value;
      const isOther = (one: string) => names.has(one) || isTaken(one, given !== undefined);
      const name = freeName(proposeSecretName(connectionName, `/${path.join('/')}`), isOther);
      names.add(name);
      return [{ path, name, value: given, isLeftOut: value === undefined }];
    });
}

/** The connection with a placeholder in the place of each secret. */
export function withPlaceholders(connection: JsonObject, secrets: readonly FoundSecret[]): JsonObject {
  return secrets.reduce((object, { path, name }) => setAt(object, path, `\${secret:${name}}`), connection);
}

/** The name itself, or with the first number behind it that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const base = name === '' ? 'SECRET' : name;
  for (let number = 1; ; number++) {
    const one = number === 1 ? base : `${base.slice(0, 95)}_${number}`;
    if (!isTaken(one)) return one;
  }
}

/** Where it stands, and its text; undefined where it is no text. */
type Standing = readonly [path: readonly string[], text: string | undefined];

function pathsOf(root: JsonObject, { path, except = [] }: SecretPlace): Standing[] {
  const isExcepted = (key: string) => except.some((one) => one.toLowerCase() === key.toLowerCase());
  const step = (value: unknown, at: readonly string[]): Standing[] => {
    const key = path[at.length];
    if (key === undefined) return standing(at, value);
    if (!isObject(value)) return [];
    const keys = key === '*' ? Object.keys(value).filter((one) => !isExcepted(one)) : [key];
    return keys.flatMap((one) => (Object.hasOwn(value, one) ? step(value[one], [...at, one]) : []));
  };
  return step(root, []);
}

function standing(path: readonly string[], value: unknown): Standing[] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]];
  const hasParts = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return hasParts ? [[path, undefined]] : [];
}

function isPlaceholder(value: string): boolean {
  return /^\$\{(?:secret|env|file):[^{}]+\}$/.test(value);
}

/** Masked, elided or still to be filled in: there is nothing to store. */
function isSlot(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    text === 'string' ||
    /^(?:\S+ )?(?:[*•]+|x{3,}|\.{3}|…)$/i.test(text) ||
    /^(?:<[^<>]+>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\{[A-Z][A-Z0-9 ._-]+\}|\[[A-Z _]+\])$/.test(text)
  );
}
