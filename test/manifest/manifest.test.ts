// package.json as VS Code reads it: commands, menus, settings and their scopes.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import words from '../../package.nls.json' with { type: 'json' };
import rules from '../../schemas/rules.json' with { type: 'json' };
import { withCodes } from '../../server/rulesPage.ts';
import { manifest } from '../support/manifest.ts';

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
  const source = readFileSync(join(import.meta.dirname, '../../client/src/editor/commands.ts'), 'utf8');
  const handled = [...source.matchAll(/'(streamconn\.\w+)'/g)].map(([, id]) => id);
  expect([...new Set(handled)].sort()).toEqual(commands.map(({ command }) => command).sort());
});

test.each(commands.map((command) => [command.command, command] as const))(
  '%s is found by its category',
  (_, command) => {
    expect(command.category).toBe('Stream Connection');
    expect(command.title).toMatch(/^[A-Z][a-z]+( ([A-Z][a-z]+|in|from|with|as))*…?$/);
  },
);

test('creating is offered for connection files only', () => {
  const places = [...menus.commandPalette, ...menus['editor/title']];
  const create = places.filter(({ command }) => command === 'streamconn.createConnection');
  expect(create.map(({ when }) => when)).toEqual([
    'editorLangId == streamconn && isWorkspaceTrusted',
    'resourceLangId == streamconn && isWorkspaceTrusted',
  ]);
});

test('a workspace that is not trusted is offered the log, the language server, and what takes secrets off the machine', () => {
  const whenOf = (id: string) => menus.commandPalette.find(({ command }) => command === id)?.when ?? 'always';
  const offered = commands.filter(({ command }) => !/isWorkspaceTrusted|^false$/.test(whenOf(command)));
  expect(offered.map(({ command }) => command).sort()).toEqual([
    'streamconn.removeAllCredentials',
    'streamconn.removeCredential',
    'streamconn.removeSecret',
    'streamconn.restartLanguageServer',
    'streamconn.showLog',
  ]);
  // Those that lenses and quick fixes call with a place in a file, or the view with a node, are not in the palette.
  const hidden = commands.filter(({ command }) => whenOf(command) === 'false').map(({ command }) => command);
  expect(hidden.sort()).toEqual([
    'streamconn.chooseAsTarget',
    'streamconn.copyConnectionName',
    'streamconn.deploySelection',
    'streamconn.insertPem',
    'streamconn.moveToSecretStorage',
  ]);
});

test('what it is told of trust is at the top level, and says what still works', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  expect(untrustedWorkspaces.supported).toBe('limited');
  expect(untrustedWorkspaces.description).toMatch(/hover and formatting work.*need a trusted workspace/);
  expect(virtualWorkspaces.supported).toBe('limited');
  expect(virtualWorkspaces.description).toContain('${file:PATH}');
  expect(Object.keys(manifest.contributes)).not.toContain('capabilities');
});

test.each(settings)('%s is described and has a scope', (_, { scope, description, markdownDescription }) => {
  expect(scope).toBeDefined();
  expect(description ?? markdownDescription).toMatch(/^[A-Z].*\.$/s);
});

/**
 * Who decides each setting. The person alone: hosts, certificates, logs of what is in files, sources of values. A trusted
 * workspace too: where its connections go, which the question before sending shows. Any workspace: what its files' findings
 * look like.
 */
const deciders: Readonly<Record<string, 'person' | 'trusted workspace' | 'any workspace'>> = {
  'streamconn.projectId': 'trusted workspace',
  'streamconn.instance': 'trusted workspace',
  'streamconn.request.envelope': 'trusted workspace',
  'streamconn.request.pretty': 'trusted workspace',
  'streamconn.rules': 'any workspace',
  'streamconn.atlas.additionalHosts': 'person',
  'streamconn.atlas.caFile': 'person',
  'streamconn.trace.server': 'person',
  'streamconn.environmentPlaceholders': 'person',
};

const of = (decider: string) =>
  Object.keys(deciders)
    .filter((name) => deciders[name] === decider)
    .sort();

test.each(settings)('%s has the scope of who decides it', (name, { scope }) => {
  const personal = ['application', 'machine'];
  expect(deciders[name]).toBeDefined();
  expect(personal.includes(scope ?? '')).toBe(deciders[name] === 'person');
  expect([...personal, 'window', 'resource']).toContain(scope);
});

test('what a trusted workspace decides, one that is not trusted does not', () => {
  expect([...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort()).toEqual(
    of('trusted workspace'),
  );
});

test('what the person alone decides is read from the person’s own settings', () => {
  const folder = join(import.meta.dirname, '../../client/src');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const read = [...source.matchAll(/userSetting(?:<[^(]*>)?\(\s*'([^']+)'/g)].map(([, name]) => `streamconn.${name}`);
  // This one the library of the language client reads; VS Code gives it no workspace's value.
  expect([...new Set([...read, 'streamconn.trace.server'])].sort()).toEqual(of('person'));
});

test('the setting of severities says which rules it never lowers', () => {
  const [, named = ''] = /never lowered or turned off: (.*)\.$/.exec(words['config.rules.markdownDescription']) ?? [];
  const fixed = Object.entries(rules).filter(([, rule]) => 'neverLowered' in rule);
  expect(named.split(', ').sort()).toEqual(fixed.map(([code]) => `\`${code}\``).sort());
});

test('the editor completes the code of every rule in the setting of severities', () => {
  const manifestText = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const setting = configuration.flatMap(({ properties }) => ('streamconn.rules' in properties ? properties : []))[0];
  expect(setting?.['streamconn.rules']?.propertyNames.enum).toEqual(Object.keys(rules));
  expect(withCodes(manifestText), 'Run `npm run docs`.').toBe(manifestText);
});
