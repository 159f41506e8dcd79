// The values of another client's settings as values of a connection.
import { toDotted } from '../../../../server/src/jsonPointer.ts';
import { loginIn, withoutLogin } from '../../../../server/src/logins.ts';
import type { ClientProperty, SettingsNeeded } from '../../../../server/src/newFileProtocol.ts';
import { own } from '../json.ts';
import type { Draft } from './draft.ts';
import { nameLogin } from './logins.ts';
import { withLineBreaks } from './pemValues.ts';

export interface Target {
  readonly draft: Draft;
  /** The names of the files that are named, by their paths in the settings. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether the settings are the ones that are needed. */
  isMeant(where: SettingsNeeded | undefined): boolean;
}

/** Whether the value has been understood and set. */
export function placeValue(target: Target, known: ClientProperty, value: string): boolean {
  const { draft, names } = target;
  const { as, to, values = {} } = known;
  if (to === undefined) return false;
  switch (as) {
    case 'addresses': {
      // Before the schemes are gone, by which most logins are known.
      const plain = withoutLogin(value);
      if (plain !== value) draft.leaveOut(nameLogin(toDotted(to)), true);
      draft.set(to, listed(plain, /^\w+:\/\//).join(','));
      return true;
    }
    case 'list':
      draft.set(to, withLoginApart(target, known, listed(value)));
      return true;
    case 'capitals': {
      const word = value.trim().toUpperCase();
      draft.set(to, own(values, word) ?? word);
      return true;
    }
    case 'pem':
      draft.set(to, withLineBreaks(value));
      return true;
    case 'file':
    case 'fileOrFolder': {
      const name = names.get(value.trim());
      if (name === undefined || (as === 'fileOrFolder' && !hasExtension(name))) return false;
      draft.set(to, draft.file(name));
      return true;
    }
    case 'userInfo': {
      const pair = pairIn(value.trim(), to);
      for (const [pointer, part] of Object.entries(pair ?? {})) draft.set(pointer, part);
      return pair !== undefined;
    }
    default:
      draft.set(to, value);
      return true;
  }
}

export function isFile({ as }: ClientProperty): boolean {
  return as === 'file' || as === 'fileOrFolder';
}

/** Folders of certificates have none. */
function hasExtension(name: string): boolean {
  return /[^/.]\.[^/.]+$/.test(name);
}

function listed(value: string, without = /^$/): string[] {
  return value
    .split(',')
    .map((item) => item.trim().replace(without, ''))
    .filter((item) => item !== '');
}

/** The addresses without the login that stands in them, which counts where the settings have no other. */
function withLoginApart(
  { draft, isMeant }: Target,
  { login }: ClientProperty,
  addresses: readonly string[],
): readonly string[] {
  const found = login && isMeant(login.where) && addresses.map(loginIn).find((one) => one?.includes(':'));
  const pair = found && pairIn(found, login.to, decoded);
  if (!pair) return addresses;
  draft.assume({ ...pair, ...login.also });
  return addresses.map((address) => (loginIn(address) === found ? withoutLogin(address) : address));
}

/** By where they go; `read` tells what a part of it means. */
function pairIn(text: string, to: string, read = (part: string) => part): Readonly<Record<string, string>> | undefined {
  const [, username, password] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  return username === undefined || password === undefined
    ? undefined
    : { [`${to}/username`]: read(username), [`${to}/password`]: read(password) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that stands for itself.
    return part;
  }
}
