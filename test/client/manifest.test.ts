// package.json as VS Code reads it: commands, menus, settings and their scopes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import rules from '../../schemas/rules.json' with { type: 'json' };

const { commands, menus, configuration, languages } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties as Record<string, Setting>));

interface Setting {
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}

test('only the language starts the extension', () => {
  expect(manifest.activationEvents).toEqual([]);
  expect(languages.map(({ id, filenamePatterns }) => [id, filenamePatterns])).toEqual([
    ['streamconn', ['*.streamconn.json']],
  ]);
});

test('every command has a handler, and the other way round', () => {
  const source = readFileSync(join(import.meta.dirname, '../../client/src/commands/index.ts'), 'utf8');
  const handled = [...source.matchAll(/'(streamconn\.\w+)'/g)].map(([, id]) => id);
  expect([...new Set(handled)].sort()).toEqual(commands.map(({ command }) => command).sort());
});

test.each(commands.map((command) => [command.command, command] as const))(
  '%s is found by its category',
  (_, command) => {
    expect(command.category).toBe('Stream Connection');
    expect(command.title).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)*$/);
  },
);

test('creating is offered for connection files only, and whatever uses a credential in trusted workspaces only', () => {
  const places = [...menus.commandPalette, ...menus['editor/title']];
  const create = places.filter(({ command }) => command === 'streamconn.createConnection');
  expect(create.map(({ when }) => when)).toEqual([
    'editorLangId == streamconn && isWorkspaceTrusted',
    'resourceLangId == streamconn && isWorkspaceTrusted',
  ]);
  const untrusted = commands
    .map(({ command }) => command)
    .filter((id) => !places.some(({ command, when }) => command === id && when.includes('isWorkspaceTrusted')));
  // Those that only lenses and quick fixes call, with a place in a file, are not in the palette.
  const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
  expect(hidden).toEqual(['streamconn.moveToSecretStorage', 'streamconn.insertPem']);
  expect(untrusted.filter((id) => !hidden.includes(id))).toEqual(['streamconn.showLog']);
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
});

test.each(settings)('%s is described and has a scope', (_, { scope, description, markdownDescription }) => {
  expect(scope).toBeDefined();
  expect(description ?? markdownDescription).toMatch(/^[A-Z].*\.$/s);
});

test('what a workspace must not decide, it cannot', () => {
  const own = settings.filter(([, { scope }]) => scope === 'application').map(([name]) => name);
  expect(own.sort()).toEqual([
    'streamconn.atlas.additionalHosts',
    'streamconn.environmentPlaceholders',
    'streamconn.trace.server',
  ]);
});

test('the editor completes the code of every rule in the setting of severities', () => {
  const setting = configuration.flatMap(({ properties }) => ('streamconn.rules' in properties ? properties : []))[0];
  expect(setting?.['streamconn.rules']?.propertyNames.enum.toSorted()).toEqual(Object.keys(rules).sort());
});
