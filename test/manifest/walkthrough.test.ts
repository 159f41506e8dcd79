// The walkthrough: every picture, command and view that it names is there, and its words are those of VS Code's own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest } from '../support/manifest.ts';

const { walkthroughs, commands, views, viewsWelcome } = manifest.contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps.map((step) => [step.id, step] as const));

/** Of VS Code itself; each was seen in the workbench. */
const commandsOfVsCode = [
  'editor.action.quickFix',
  'editor.action.triggerSuggest',
  'workbench.actions.view.problems',
  'workbench.action.openWalkthrough',
  'workbench.trust.manage',
];
const viewIds = views.streamconn.map(({ id }) => id);
const knownCommands = [
  ...commands.map(({ command }) => command),
  ...viewIds.map((id) => `${id}.focus`),
  ...commandsOfVsCode,
];
const commandsIn = (text: string) => [...text.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
const picture = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('there is one, of five steps', () => {
  expect(walkthroughs.map(({ id }) => id)).toEqual(['streamconn.start']);
  expect(steps.map(([id]) => id)).toEqual(['file', 'checked', 'secrets', 'target', 'deploy']);
});

test.each(steps)('%s: its title is a sentence that begins with a verb, its text names what there is', (_, step) => {
  expect(step.title).toMatch(/^(Make|Let|Keep|Sign|Deploy)[a-z, ]+$/);
  expect(step.description).toMatch(/^[A-Z].*\.\n\[.+\]\(command:\S+\)/s);
  expect(commandsIn(step.description).filter((command) => !knownCommands.includes(command))).toEqual([]);
  // VS Code would show the marks of code as they are.
  expect(step.description).not.toMatch(/[`%]/);
});

test.each(steps)('%s: it is done by what it tells to do', (_, { completionEvents }) => {
  expect(completionEvents.length).toBeGreaterThan(0);
  for (const event of completionEvents) {
    const [kind, id = ''] = event.split(':');
    const known = kind === 'onView' ? [...viewIds, 'workbench.panel.markers.view'] : knownCommands;
    expect([kind, known.includes(id)]).toEqual([expect.stringMatching(/^on(Command|View)$/), true]);
  }
});

test.each(steps)('%s: its picture is there, in words too, and has no colour but those of the theme', (_, { media }) => {
  const svg = picture(media.svg);
  const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(colours.length).toBeGreaterThan(10);
  expect(colours.filter((colour) => colour !== 'none' && !/^var\(--vscode-[\w,() -]+\)$/.test(colour))).toEqual([]);
  expect(svg).not.toMatch(/<(script|style|image|foreignObject)|style=|href=/);
  expect(Buffer.byteLength(svg)).toBeLessThan(8000);
  expect(media.altText).toMatch(/^[A-Z].{30,}\.$/);
});

test('the empty view leads to it', () => {
  const [walkthrough] = walkthroughs;
  for (const { contents } of viewsWelcome) {
    const asked = /command:workbench\.action\.openWalkthrough\?([^)]+)\)/.exec(contents)?.[1] ?? '';
    expect(JSON.parse(decodeURIComponent(asked))).toEqual([
      `${manifest.publisher}.${manifest.name}#${walkthrough?.id}`,
    ]);
    expect(commandsIn(contents).filter((command) => !knownCommands.includes(command))).toEqual([]);
  }
});
