// The settings of another client as a connection, by the table of the server (schemas/clientProperties.json).
import type { ClientProperties, ClientProperty, LoginModule } from '../../../server/src/newFileProtocol.ts';
import { readJaas } from './jaas.ts';
import { type JsonObject, setAt } from './jsonValues.ts';
import { fileInFolder, withLineBreaks } from './pemValues.ts';
import { type Property, propertyNames, readProperties } from './propertyLines.ts';

export interface Intended {
  readonly connection: JsonObject;
  /** Names of the settings that the connection has no place for; how many more there are that cannot be named safely. */
  readonly leftOut: readonly string[];
  readonly unnamed: number;
  /** What to do about some of what is left out, in sentences. */
  readonly advice: readonly string[];
  /** Paths that the connection names as files which are not there yet. */
  readonly files: readonly string[];
}

/** Undefined where no setting of the text is known. */
export function readSettings(text: string, table: ClientProperties): Intended | undefined {
  const clients = new Set(propertyNames(text).map((name) => own(table.properties, name)?.client));
  const escapes = clients.has('java') || !clients.has('librdkafka');
  return fromSettings(readProperties(text, { escapes }), table);
}

export function fromSettings(settings: readonly Property[], table: ClientProperties): Intended | undefined {
  // Of a setting that stands twice the last one counts.
  const values = new Map(settings.map(({ name, value }) => [name, value]));
  if (![...values.keys()].some((name) => own(table.properties, name))) return undefined;
  const draft = createDraft(table);
  for (const [name, value] of values) {
    if (value.trim() !== '') place(draft, table, name, value);
  }
  return draft.finish();
}

function place(draft: Draft, table: ClientProperties, name: string, value: string): void {
  const known = own(table.properties, name);
  if (!known) {
    if (table.supported.includes(name)) draft.set(`${table.rest}/${name}`, value);
    else draft.leaveOut(name);
  } else if (known.as === 'jaas') {
    if (!placeLogin(draft, table, value)) draft.leaveOut(name);
  } else {
    const meant = known.to === undefined ? undefined : translate(draft, known, value);
    if (known.to === undefined || meant === undefined) draft.leaveOut(name, known.instead);
    else draft.set(known.to, meant);
    draft.assume(known.also);
  }
}

function translate(draft: Draft, { as, values = {} }: ClientProperty, value: string): string | undefined {
  switch (as) {
    case 'addresses':
      return value
        .split(',')
        .map((address) => address.trim().replace(/^\w+:\/\//, ''))
        .filter((address) => address !== '')
        .join(',');
    case 'capitals': {
      const word = value.trim().toUpperCase();
      return own(values, word) ?? word;
    }
    case 'pem':
      return withLineBreaks(value);
    case 'file': {
      const path = fileInFolder(value.trim());
      if (path !== undefined) draft.wait(path);
      return path === undefined ? undefined : `\${file:${path}}`;
    }
    default:
      return value;
  }
}

/** Whether the text is a login that is known. */
function placeLogin(draft: Draft, table: ClientProperties, text: string): boolean {
  const login = readJaas(text);
  const known = login && own(table.jaas, login.module);
  if (!login || !known) return false;
  for (const [name, value] of login.options) {
    const to = own(known.options, name);
    if (to !== undefined) draft.set(to, value);
  }
  for (const [to, pairs] of pairsOf(known, login.options)) draft.set(to, pairs);
  draft.assume(known.also);
  return true;
}

function pairsOf({ pairs = {} }: LoginModule, options: ReadonlyMap<string, string>): [string, string][] {
  return Object.entries(pairs).flatMap(([start, to]): [string, string][] => {
    const found = [...options].filter(([name]) => name.startsWith(start));
    const text = found.map(([name, value]) => `${name.slice(start.length)}=${value}`).join(',');
    return text === '' ? [] : [[to, text]];
  });
}

interface Draft {
  set(pointer: string, value: string): void;
  /** Sets what nothing else has set in the end. */
  assume(values: Readonly<Record<string, string>> | undefined): void;
  leaveOut(name: string, instead?: string): void;
  wait(path: string): void;
  finish(): Intended;
}

function createDraft({ connection }: ClientProperties): Draft {
  const values = new Map<string, string>();
  const assumed = new Map<string, string>();
  const leftOut: string[] = [];
  const advice = new Set<string>();
  const files = new Set<string>();
  return {
    set: (pointer, value) => void (values.has(pointer) || values.set(pointer, value)),
    assume: (more = {}) => Object.entries(more).forEach(([pointer, value]) => void assumed.set(pointer, value)),
    leaveOut: (name, instead) => {
      leftOut.push(name);
      if (instead) advice.add(instead);
    },
    wait: (path) => void files.add(path),
    finish: () => {
      const whole = [...new Map([...assumed, ...values])].reduce<JsonObject>(
        (object, [pointer, value]) => setAt(object, pointer.split('/').slice(1), value),
        connection,
      );
      const named = leftOut.filter(isNameOfSetting);
      const unnamed = leftOut.length - named.length;
      return { connection: whole, leftOut: named, unnamed, advice: [...advice], files: [...files] };
    },
  };
}

/** A line of something else, such as of a key, could be taken for a setting and must not be shown. */
function isNameOfSetting(name: string): boolean {
  return name.length <= 60 && /^[a-z]+(?:\.[a-z0-9_-]{1,20}){1,8}$/.test(name);
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
