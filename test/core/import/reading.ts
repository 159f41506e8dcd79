// Runs a text through the intake as the client does, with what the server knows: text in, file and secrets out.
import type { Intended } from '../../../client/src/core/import/draft.ts';
import { withoutLogins } from '../../../client/src/core/import/logins.ts';
import { withOwnValues } from '../../../client/src/core/import/ownValues.ts';
import { readText } from '../../../client/src/core/import/readText.ts';
import { findSecrets, withPlaceholders } from '../../../client/src/core/import/secrets.ts';
import { setAt } from '../../../client/src/core/json.ts';
import { fileOf } from '../../../server/src/engine/connection/fileOf.ts';
import { describeNewFile } from '../../../server/src/engine/features/newFile.ts';

export const knowledge = describeNewFile();

export interface Read extends Omit<Intended, 'connection'> {
  /** The file's value. */
  readonly file: unknown;
  readonly text: string;
  /** The values to store, by their names. */
  readonly stored: Readonly<Record<string, string>>;
  /** Where user names and passwords were taken out of addresses. */
  readonly from: readonly string[];
}

/** Every connection of the text, each called `orders` where it has no name. */
export function read(text: string): Read[] {
  const intake = readText(text, knowledge);
  if (intake.kind === 'notUnderstood') throw new Error(intake.reason);
  return intake.connections.map(({ connection: intended, ...rest }) => {
    const name = typeof intended.name === 'string' ? intended.name : 'orders';
    const connection = setAt(intended, ['name'], name);
    const found = findSecrets(connection, knowledge.secretPlaces, name);
    const lost = found.flatMap(({ isLeftOut, path }) => (isLeftOut ? path.join('.') : []));
    const { connection: named, from } = withoutLogins(withPlaceholders(connection, found));
    const result = fileOf(named);
    if (!result) throw new Error('no file');
    const written = withOwnValues(result, named);
    const stored = Object.fromEntries(found.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
    return { ...rest, leftOut: [...lost, ...rest.leftOut], text: written, file: JSON.parse(written), stored, from };
  });
}

/** The only connection of a text. */
export function readOne(text: string): Read {
  const [first, ...others] = read(text);
  if (!first || others.length > 0) throw new Error(`${others.length + 1} connections`);
  return first;
}

/** Why nothing can be made of a text. */
export function refusal(text: string): string {
  const intake = readText(text, knowledge);
  return intake.kind === 'notUnderstood' ? intake.reason : 'understood';
}
