// One window of the real workbench as a person uses it: keys, clicks, and what can be seen.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { writeWorkspace } from '../../playground/workspace.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { launchBrowser } from '../browser.ts';
import { startWorkbench, type Workbench } from '../workbench.ts';
import { type Notifications, notificationsOf } from './notifications.ts';
import { click, untilSeen } from './patience.ts';
import { type QuickInput, quickInputOf } from './quickInput.ts';
import { screenText } from './screenText.ts';

const screenshots = join(import.meta.dirname, 'screenshots');

export interface EditorWindow extends QuickInput, Notifications {
  readonly page: Page;
  readonly sandbox: Sandbox;
  /** Opens a file of the sample workspace, made first where `content` is given. */
  open(name: string, content?: string): Promise<void>;
  /** Puts the cursor of the open editor behind the first place that reads so. */
  goBehind(text: string): Promise<void>;
  /** Rests the mouse on a place until `effect` can be seen: a hover that is asked for too early does not come. */
  hover(place: Locator, effect: Locator): Promise<void>;
  /** Clicks a lens until `effect` can be seen: one that was just redrawn takes no click. */
  clickLens(title: RegExp, effect: Locator): Promise<void>;
  /** The text of the open editor. */
  text(): Promise<string>;
  /** Keeps a picture in screenshots/. */
  picture(name: string): Promise<void>;
  /** Another window of the same person on the same machine. */
  second(): Promise<EditorWindow>;
}

/**
 * A window on the sample workspace, beside a sandbox of its own that its settings allow. It closes with the test; of one that
 * fails there is a picture, and in the output what could be read.
 */
export async function openWindow(options: {
  readonly withTarget: boolean;
  readonly userSettings?: Readonly<Record<string, unknown>>;
  /** Whether the folder counts as trusted without asking; true if absent. */
  readonly trusted?: boolean;
  /** Of what extensions say; VS Code's own words, which come with language packs, stay English. */
  readonly language?: string;
}): Promise<EditorWindow> {
  const base = await mkdtemp(join(tmpdir(), 'streamconn-ui-'));
  const folder = join(base, 'connections');
  const sandbox = await createSandbox();
  await writeWorkspace(folder, sandbox);
  if (!options.withTarget) await rm(join(folder, '.vscode'), { recursive: true });
  const workbench = await startWorkbench({
    trusted: options.trusted ?? true,
    userSettings: {
      'streamconn.atlas.additionalHosts': [sandbox.origin],
      'editor.minimap.enabled': false,
      ...options.userSettings,
    },
  });
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1000, height: 600 } });
  // What a language pack sets besides the words: VS Code passes it on to those who read manifests, and to extensions.
  await context.addInitScript(
    (language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }),
    options.language,
  );
  context.setDefaultTimeout(90_000);
  // The explorer looks into the clipboard before it opens its menu; a browser that asks whether it may gets no answer.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await mkdir(screenshots, { recursive: true });
  const openPage = async (): Promise<EditorWindow> => {
    const page = await context.newPage();
    return { page, sandbox, second: openPage, ...handsOn(page, workbench, folder) };
  };
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepLook(context.pages(), `failed ${task.name}`);
    await closeAll(browser, workbench, sandbox, base);
  });
  return openPage();
}

async function keepLook(pages: readonly Page[], name: string): Promise<void> {
  const file = (index: number) => join(screenshots, `${`${name} ${index + 1}`.replaceAll(/\W+/g, '-')}.png`);
  await Promise.allSettled(
    pages.map(async (page, index) => {
      await page.screenshot({ path: file(index) });
      console.error(`${name}: what could be read\n${await screenText(page)}`);
    }),
  );
}

async function closeAll(browser: Browser, workbench: Workbench, sandbox: Sandbox, base: string): Promise<void> {
  await browser.close();
  await Promise.all([workbench.stop(), sandbox.stop()]);
  await rm(base, { recursive: true, force: true });
}

function handsOn(page: Page, workbench: Workbench, folder: string) {
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const quickInput = quickInputOf(page);
  const text = async () => {
    const lines = await editor
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: Number.parseInt(element.style.top, 10), text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top),
      );
    return lines.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
  };
  return {
    ...quickInput,
    ...notificationsOf(page),
    text,
    picture: async (name: string) => {
      // Menus and notifications fade in.
      await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
    },
    open: async (name: string, content?: string) => {
      const file = join(folder, name);
      if (content !== undefined) await writeFile(file, content);
      await page.goto(workbench.address({ folder, openFile: file }));
      await page.getByRole('tab', { name }).waitFor();
      await editor.locator('.view-lines').click();
    },
    goBehind: async (place: string) => {
      await expect.poll(text).toContain(place);
      const shown = await text();
      const lines = shown.slice(0, shown.indexOf(place) + place.length).split('\n');
      await quickInput.goTo(lines.length, (lines.at(-1) ?? '').length + 1);
    },
    hover: (place: Locator, effect: Locator) =>
      untilSeen(effect, async () => {
        await page.mouse.move(0, 0);
        await place.hover();
      }),
    clickLens: async (title: RegExp, effect: Locator) => {
      const lens = page.locator('.codelens-decoration a').filter({ hasText: title });
      await lens.waitFor();
      await click(lens, effect);
    },
  };
}
