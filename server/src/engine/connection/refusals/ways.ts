// What can be done about a complaint of Atlas, as fixes of the file or commands of the client.
import * as l10n from '@vscode/l10n';
import { clientCommands } from '../../../clientCommands.ts';
import { isPlaceholder } from '../../../placeholder.ts';
import { textOf } from '../../findings/advice/advice.ts';
import { format, widerFormat } from '../../findings/advice/formats.ts';
import type { Fix } from '../../findings/fix.ts';
import { isObject } from '../../json/document.ts';
import type { JsonPath } from '../../json/jsonPath.ts';
import { valueAt } from '../../json/jsonPath.ts';
import { childrenOf, placeAt } from '../../schema/places.ts';
import type { Complaint } from './readRefusal.ts';
import type { Way } from './refusalTable.ts';

/** Characters that the name of a connection may have. */
const longestName = 64;

/** The fixes of a complaint whose place in the file's value still is what was sent. An update compares first, so it is safe to prefer. */
export function fixesFor({ path, value, ways }: Complaint, root: unknown): Fix[] {
  return ways.flatMap((way) =>
    ofWay[way](path, value, root).map((fix) => ({ ...fix, isOneOfSeveral: way !== 'update' })),
  );
}

const ofWay: Readonly<Record<Way, (path: JsonPath, value: unknown, root: unknown) => readonly Fix[]>> = {
  rename: (_, value) => (typeof value === 'string' && !isPlaceholder(value) ? [renameTo(nextName(value))] : []),
  update: () => [command(l10n.t('Compare and update in Atlas…'), clientCommands.deployConnection)],
  create: () => [command(l10n.t('Create the connection in Atlas instead'), clientCommands.createConnection)],
  add: (path, value, root) => {
    const [owner, name] = [path.slice(0, -1), path.at(-1)];
    const isGap = value === undefined && typeof name === 'string' && isObject(valueAt(root, owner));
    return isGap ? [{ kind: 'add', name, path: owner }] : [];
  },
  format: (path, _, root) => ofFormat(path, root),
};

function renameTo(name: string): Fix {
  return { kind: 'replace', value: name, title: l10n.t('Rename to {0}', JSON.stringify(name)) };
}

function command(title: string, id: string): Fix {
  return { kind: 'command', title, command: id, arguments: [] };
}

/** `orders` as orders-2, and that as orders-3. */
function nextName(name: string): string {
  const { base = name, count = '1' } = /^(?<base>.+?)-(?<count>\d{1,6})$/s.exec(name)?.groups ?? {};
  const suffix = `-${Number(count) + 1}`;
  return base.slice(0, longestName - suffix.length) + suffix;
}

/** What the checks of the value's own form would write in its place, or in the place of its items. */
function ofFormat(path: JsonPath, root: unknown): Fix[] {
  const place = placeAt(root, path);
  return [place, ...childrenOf(place)].flatMap((one) =>
    [...format(one, textOf(one), {}, root), ...widerFormat(one, {})].flatMap(({ path: own = one.path, fixes = [] }) =>
      fixes.flatMap((fix) => (fix.kind === 'replace' ? [{ path: own, ...fix }] : [])),
    ),
  );
}
