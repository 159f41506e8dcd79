// The settings of another client as connections, by the table of the server (schemas/clientProperties.json).
import type {
  ClientProperties,
  ClientProperty,
  ConnectionSettings,
  LoginModule,
  SettingsNeeded,
} from '../../../../server/src/newFileProtocol.ts';
import { own } from '../json.ts';
import { adviceFor, adviceToRepeat } from './advice.ts';
import { createDraft, type Draft, type Intended } from './draft.ts';
import { nameFiles } from './fileNames.ts';
import { readJaas } from './jaas.ts';
import { type Property, propertyNames, readProperties } from './propertyLines.ts';
import { isOfSpring, plainName } from './settingNames.ts';
import { isFile, placeValue, type Target } from './settingValues.ts';

/** By the names that clients have for them; of a setting that stands twice the last one counts. */
type Settings = ReadonlyMap<string, Property>;

/** None where no setting of the text is known. */
export function readSettings(text: string, table: ClientProperties): readonly Intended[] {
  const names = propertyNames(text);
  const clients = new Set(names.map((name) => own(table.properties, plainName(name))?.client));
  const escapes = clients.has('java') || !clients.has('librdkafka') || names.some(isOfSpring);
  return fromSettings(readProperties(text, { escapes }), table);
}

/** One connection for each kind that the settings speak of; what is known to none is left out of the first. */
export function fromSettings(properties: readonly Property[], table: ClientProperties): readonly Intended[] {
  const settings = new Map(properties.map((property) => [plainName(property.name), property]));
  const spokenOf = [table, ...table.beside].filter((kind) => [...settings.keys()].some((name) => isKnown(kind, name)));
  return spokenOf.map((kind, index) => {
    const draft = createDraft(kind.connection);
    const names = nameFiles(filesIn(kind, settings));
    const placing: Placing = { draft, kind, settings, names, isMeant: (where) => isMeant(settings, where) };
    for (const name of settings.keys()) {
      const isOfAnother = spokenOf.some((other) => other !== kind && isKnown(other, name));
      if (!isOfAnother && (index === 0 || isKnown(kind, name))) place(placing, name);
    }
    if (index === 0 && spokenOf.length > 1) draft.advise(adviceToRepeat());
    return draft.finish();
  });
}

interface Placing extends Target {
  readonly kind: ConnectionSettings;
  readonly settings: Settings;
}

function isKnown({ properties }: ConnectionSettings, name: string): boolean {
  return Object.hasOwn(properties, name);
}

/** The paths that the settings name, and those that stand in for what is not read. */
function filesIn({ properties }: ConnectionSettings, settings: Settings): string[] {
  return [...settings].flatMap(([name, { value }]) => {
    const known = own(properties, name);
    if (!known || value.trim() === '') return [];
    if (isFile(known) && isMeant(settings, known.where)) return [value.trim()];
    return isMeant(settings, known.insteadWhere) ? Object.values(known.files ?? {}) : [];
  });
}

function place(placing: Placing, name: string): void {
  const { draft, kind, settings } = placing;
  const known = own(kind.properties, name);
  const { name: written = name, value = '' } = settings.get(name) ?? {};
  const isEmpty = value.trim() === '';
  if (!known) {
    if (isEmpty) return;
    if (kind.rest !== undefined && kind.supported?.includes(name)) draft.set(`${kind.rest}/${name}`, value);
    else draft.leaveOut(written);
  } else if (known.silent ? !isSilent(known, value) : !isEmpty) {
    placeKnown(placing, known, { name: written, value });
  }
}

function isSilent({ silent = [] }: ClientProperty, value: string): boolean {
  return silent.some((one) => one.toLowerCase() === value.trim().toLowerCase());
}

function placeKnown(placing: Placing, known: ClientProperty, { name, value }: Property): void {
  const { draft, kind } = placing;
  if (known.as === 'jaas') {
    if (!placeLogin(draft, kind, value)) draft.leaveOut(name);
    return;
  }
  if (!placing.isMeant(known.where) || !placeValue(placing, known, value)) {
    draft.leaveOut(name);
    placeInstead(placing, known);
  }
  draft.assume(known.also);
}

/** The next step, and in the connection the files that come of it. */
function placeInstead({ draft, names, settings, isMeant }: Placing, known: ClientProperty): void {
  const { instead, insteadWhere, files = {}, to = '' } = known;
  if (!isMeant(insteadWhere)) return;
  for (const [pointer, file] of Object.entries(files)) {
    draft.assume({ [pointer]: draft.file(names.get(file) ?? file) });
  }
  const property = to.slice(to.lastIndexOf('/') + 1);
  if (instead) draft.advise(adviceFor(instead, { keystoreType: keystoreType(settings), property }));
}

function isMeant(settings: Settings, where: SettingsNeeded = {}): boolean {
  return Object.entries(where).every(([other, words]) => words.includes(capitalsOf(settings, other) ?? ''));
}

function capitalsOf(settings: Settings, name: string): string | undefined {
  return settings.get(name)?.value.trim().toUpperCase();
}

/** As the text says it, or as the name of the file has it. */
function keystoreType(settings: Settings): string | undefined {
  const isPkcs12 = /\.(?:p12|pfx)\s*$/i.test(settings.get('ssl.keystore.location')?.value ?? '');
  return capitalsOf(settings, 'ssl.keystore.type') ?? (isPkcs12 ? 'PKCS12' : undefined);
}

/** Whether the text is a login that is known. */
function placeLogin(draft: Draft, { jaas = {} }: ConnectionSettings, text: string): boolean {
  const login = readJaas(text);
  const known = login && own(jaas, login.module);
  if (!login || !known) return false;
  for (const [name, value] of login.options) {
    const to = own(known.options, name);
    const isPair = Object.keys(known.pairs ?? {}).some((start) => name.startsWith(start));
    const isOurs = known.leftOut?.includes(name) ?? false;
    if (to !== undefined) draft.set(to, value);
    else if (!isPair) draft.leaveOut(isOurs ? `sasl.jaas.config ${name}` : '', isOurs);
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
