// Takes the secrets out of a connection, so that placeholders can stand in the file instead.
import { toPointer } from '../../../../server/src/jsonPointer.ts';
import { withoutSureLogins } from '../../../../server/src/logins.ts';
import { isPlaceholderKind, readPlaceholder, writePlaceholder } from '../../../../server/src/placeholder.ts';
import { freeName, proposeSecretName } from '../../../../server/src/secretNames.ts';
import {
  isSecret,
  isSecretByForm,
  isSecretByPlace,
  isStandIn,
  type SecretPlace,
} from '../../../../server/src/secrets.ts';
import { type JsonObject, setAt } from '../json.ts';
import { secretNamesIn } from '../placeholders/secretNames.ts';

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

/** The secrets that stand in a connection, wherever; names follow the connection's. */
export function findSecrets(
  connection: JsonObject,
  places: readonly SecretPlace[],
  connectionName: string,
  isTaken: IsTaken = () => false,
): FoundSecret[] {
  const names = new Set(secretNamesIn(JSON.stringify(connection)));
  return standingIn(connection, [], places).map(([path, value]) => {
    const given = value === undefined || isStandIn(value) ? undefined : value;
    const isOther = (one: string) => names.has(one) || isTaken(one, given !== undefined);
    const name = freeName(proposeSecretName(connectionName, toPointer(path)), isOther);
    names.add(name);
    return { path, name, value: given, isLeftOut: value === undefined };
  });
}

/** The connection with a placeholder in the place of each secret. */
export function withPlaceholders(connection: JsonObject, secrets: readonly FoundSecret[]): JsonObject {
  return secrets.reduce(
    (object, { path, name }) => setAt(object, path, writePlaceholder({ kind: 'secret', name })),
    connection,
  );
}

/** Where it stands, and its text; undefined where it is no text. */
type Standing = readonly [path: readonly string[], text: string | undefined];

function standingIn(
  value: unknown,
  path: readonly string[],
  places: readonly SecretPlace[],
  owner?: unknown,
): Standing[] {
  if (typeof value === 'string' || typeof value === 'number')
    return isOpenSecret(path, value, places, owner) ? [[path, String(value)]] : [];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length > 0 && isSecret(path, value, places)) return [[path, undefined]];
  return entries.flatMap(([key, item]) => standingIn(item, [...path, key], places, value));
}

/** A login in an address is no value to store: the address is worth something without it (logins.ts). */
function isOpenSecret(
  path: readonly string[],
  value: string | number,
  places: readonly SecretPlace[],
  owner: unknown,
): boolean {
  if (isSecretByPlace(path, value, places, owner)) return !isPlaceholderKind(readPlaceholder(value)?.kind);
  return typeof value === 'string' && isSecretByForm(path, withoutSureLogins(value));
}
