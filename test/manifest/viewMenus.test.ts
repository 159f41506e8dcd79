// The menus of the Connections view, as package.json has them, fit the nodes and the commands that take one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest } from '../support/manifest.ts';

const { menus, views, viewsContainers, viewsWelcome, commands } = manifest.contributes;
const root = join(import.meta.dirname, '../..');

const kinds = ['credential', 'project', 'instance', 'connection', 'empty', 'failure'].map(
  (kind) => `streamconn.${kind}`,
);

/** The nodes that a `when` clause lets through. */
function nodesOf(when: string): string[] {
  const [, kind, pattern] = /viewItem (?:== ([\w.]+)|=~ \/(.*?)\/(?= |$))/.exec(when) ?? [];
  return kinds.filter((candidate) => (pattern ? new RegExp(pattern).test(candidate) : candidate === kind));
}

test.each(menus['view/item/context'].map(({ command, when, group }) => [command, group, when] as const))(
  '%s in %s is for some node of this view',
  (_, __, when) => {
    expect(when).toMatch(/^view == streamconn\.connections && /);
    expect(nodesOf(when)).not.toEqual([]);
  },
);

test('every command of a node’s menu takes a node', () => {
  const source = readFileSync(join(root, 'client/src/editor/commands.ts'), 'utf8');
  const takers = [...source.matchAll(/'(streamconn\.\w+)': \{ on: '(?:connection|instance|node|credential)'/g)].map(
    ([, id]) => id,
  );
  const called = new Set(menus['view/item/context'].map(({ command }) => command));
  expect([...called].filter((id) => !takers.includes(id))).toEqual([]);
});

test('what is a button on a node has an icon', () => {
  const buttons = menus['view/item/context'].filter(({ group }) => group.startsWith('inline'));
  const withoutIcon = buttons.filter(({ command: id }) => !commands.find(({ command }) => command === id)?.icon);
  expect(withoutIcon).toEqual([]);
});

test('view and container share an icon that takes the colour of the theme', () => {
  const icons = [...views.streamconn, ...viewsContainers.activitybar].map(({ icon }) => icon);
  expect(new Set(icons)).toEqual(new Set(['client/icons/view.svg']));
  const svg = readFileSync(join(root, 'client/icons/view.svg'), 'utf8');
  expect(svg.match(/(?:stroke|fill)="([^"]+)"/g)).toEqual(['fill="none"', 'stroke="currentColor"']);
});

test('what is said where it is empty offers commands that exist, and for a workspace that is not trusted only its trust', () => {
  const offered = (isTrusted: boolean) =>
    viewsWelcome
      .filter(({ when }) => (when === 'isWorkspaceTrusted') === isTrusted)
      .flatMap(({ contents }) => [...contents.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id));
  const known: readonly (string | undefined)[] = commands.map(({ command }) => command);
  expect(offered(true).filter((id) => !known.includes(id))).toEqual([]);
  expect(offered(true)).toContain('streamconn.addCredential');
  expect(offered(false)).toEqual(['workbench.trust.manage']);
});
