// Whatever can be clicked can be reached with the keyboard too.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientCommands } from '../../server/src/clientCommands.ts';
import { manifest } from '../support/manifest.ts';

const { commands, menus } = manifest.contributes;
const context = menus['view/item/context'];
const isInline = ({ group }: { readonly group: string }) => group.startsWith('inline');
/** In the palette, at least at times. */
const inPalette = (id: string) =>
  menus.commandPalette.every(({ command, when }) => command !== id || String(when) !== 'false');
/** In a menu that the menu key or Shift+F10 opens. */
const inMenu = (id: string) =>
  [...context, ...menus['explorer/context']].some((item) => item.command === id && !isInline(item));

/** The commands of quick fixes, which `Ctrl+.` opens. */
const findings = join(import.meta.dirname, '../../server/src/engine/findings');
const fixes = readdirSync(findings, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(findings, file), 'utf8').matchAll(/\bclientCommands\.(\w+)/g)])
  .map((match) => String(clientCommands[match[1] as keyof typeof clientCommands]));

test.each(commands.map(({ command }) => command))('%s', (id) => {
  expect(inPalette(id) || inMenu(id) || fixes.includes(id)).toBe(true);
});

test('what stands beside a row of the view is in its menu', () => {
  const missing = context
    .filter(isInline)
    .filter(
      (button) =>
        !context.some((item) => !isInline(item) && item.command === button.command && item.when === button.when),
    );
  expect(missing).toEqual([]);
});

test('what stands above the view or the editor is in the palette', () => {
  const above = [...menus['view/title'], ...menus['editor/title']].map(({ command }) => command);
  expect(above.filter((id) => !inPalette(id))).toEqual([]);
});

test('no key is taken from anybody', () => {
  expect(Object.keys(manifest.contributes)).not.toContain('keybindings');
});
