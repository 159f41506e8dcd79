// The names that the secrets of one file get: after its connection, and none that stands for another secret.
import { toPointer } from '../../jsonPointer.ts';
import { freeName, proposeSecretName, secretOwner } from '../../secretNames.ts';
import { isObject } from '../json/document.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { findPlaceholders } from '../placeholders.ts';

export interface SecretNaming {
  /** The stored secrets, those first that are named after the secret at the path. */
  storedFor(path: JsonPath): readonly string[];
  /** The name for a new secret at the path; `filled` is the file's value where it is being changed. */
  nameFor(path: JsonPath, filled?: unknown): string;
}

/** Names the secrets of a file that has that URI and value; `stored` are the names of the secret storage. */
export function nameSecrets(uri: string, value: unknown, stored: readonly string[] = []): SecretNaming {
  const owner = secretOwner(uri, isObject(value) ? value : {});
  const storedNames: ReadonlySet<string> = new Set(stored);
  return {
    storedFor: (path) => {
      const proposal = proposeSecretName(owner, toPointer(path));
      const isOwn = (name: string) => name.replace(/_\d+$/, '') === proposal;
      return [...stored.filter(isOwn), ...stored.filter((name) => !isOwn(name))];
    },
    nameFor: (path, filled = value) => {
      const pointer = toPointer(path);
      const namesInFile = secretsIn(filled);
      // A stored secret is this one only where the file already refers to it at this very place.
      const own = namesInFile.get(pointer);
      const others = new Set([...namesInFile].flatMap(([at, name]) => (at === pointer ? [] : name)));
      const isTaken = (name: string) => others.has(name) || (storedNames.has(name) && name !== own);
      return freeName(proposeSecretName(owner, pointer), isTaken);
    },
  };
}

/** The names of the secrets by where they stand. */
function secretsIn(value: unknown): ReadonlyMap<string, string> {
  const secrets = findPlaceholders(value).filter(({ kind }) => kind === 'secret');
  return new Map(secrets.map(({ pointer, name }) => [pointer, name]));
}
