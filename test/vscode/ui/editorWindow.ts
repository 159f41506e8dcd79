// One window of the real workbench as a person uses it: keys, clicks, and what can be seen.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { writeWorkspace } from '../../playground/workspace.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { launchBrowser } from '../browser.ts';
import { startWorkbench, type Workbench } from '../workbench.ts';
import { repeatUntil, untilSeen } from './patience.ts';

const screenshots = join(import.meta.dirname, 'screenshots');

export interface EditorWindow {
  readonly page: Page;
  readonly sandbox: Sandbox;
  /** Opens a file of the sample workspace, made first where `content` is given. */
  open(name: string, content?: string): Promise<void>;
  /** Opens the palette with a command in it, by its whole name. */
  find(title: string): Promise<void>;
  /** Runs a command by its whole name in the palette. */
  run(title: string): Promise<void>;
  /** Answers the input box or quick pick that is open, once it has this title or text. */
  answer(question: string | RegExp, text: string): Promise<void>;
  /** Rests the mouse on a place until `effect` can be seen: a hover that is asked for too early does not come. */
  hover(place: Locator, effect: Locator): Promise<void>;
  /** Clicks a lens until `effect` can be seen: one that was just redrawn takes no click. */
  clickLens(title: RegExp, effect: Locator): Promise<void>;
  /** The notification that says this: as it pops up, or in the notification centre. */
  notification(text: string | RegExp): Locator;
  /** Waits for the notification; where it does not pop up, as happens, the bell shows it. */
  notified(text: string | RegExp): Promise<Locator>;
  /** The text of the open editor. */
  text(): Promise<string>;
  /** Keeps a picture in screenshots/. */
  picture(name: string): Promise<void>;
  /** Another window of the same person on the same machine. */
  second(): Promise<EditorWindow>;
}

/**
 * A window on the sample workspace, beside a sandbox of its own that its settings allow. It closes with the test; of one that
 * fails there is a picture.
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
  await Promise.allSettled(pages.map((page, index) => page.screenshot({ path: file(index) })));
}

async function closeAll(browser: Browser, workbench: Workbench, sandbox: Sandbox, base: string): Promise<void> {
  await browser.close();
  await Promise.all([workbench.stop(), sandbox.stop()]);
  await rm(base, { recursive: true, force: true });
}

function handsOn(page: Page, workbench: Workbench, folder: string) {
  const input = page.locator('.quick-input-widget:visible');
  const center = page.locator('.notifications-center.visible');
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const notification = (text: string | RegExp) =>
    page.locator('.notification-list-item').filter({ hasText: text }).first();
  const picture = async (name: string) => {
    // Menus and notifications fade in.
    await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
  };
  const find = async (title: string) => {
    const row = input.locator('.monaco-list-row.focused').getByText(title, { exact: true });
    // The list is of what can be done when it opens: it is opened again where the command was not there yet.
    const look = async () => {
      if (await input.isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await fill(input, `>${title}`);
    };
    await untilSeen(row, () => look().catch(() => undefined));
  };
  return {
    picture,
    open: async (name: string, content?: string) => {
      const file = join(folder, name);
      if (content !== undefined) await writeFile(file, content);
      await page.goto(workbench.address({ folder, openFile: file }));
      await page.getByRole('tab', { name }).waitFor();
      await editor.locator('.view-lines').click();
    },
    find,
    run: async (title: string) => {
      await find(title);
      await enter(input, `>${title}`);
    },
    answer: async (question: string | RegExp, text: string) => {
      const asked = input.filter({ hasText: question });
      await asked.waitFor();
      await fill(asked, text);
      await enter(asked, text);
    },
    hover: (place: Locator, effect: Locator) =>
      untilSeen(effect, async () => {
        await page.mouse.move(0, 0);
        await place.hover();
      }),
    clickLens: async (title: RegExp, effect: Locator) => {
      const lens = page.locator('.codelens-decoration a').filter({ hasText: title });
      await lens.waitFor();
      await untilSeen(effect, () => lens.click({ timeout: 2_000 }).catch(() => undefined), 10_000);
    },
    notification,
    notified: async (text: string | RegExp) => {
      const item = notification(text);
      const showAll = async () => {
        if (!(await center.isVisible())) await page.locator('[id="status.notifications"]').click();
      };
      await item.waitFor({ timeout: 8_000 }).catch(showAll);
      await item.waitFor();
      return item;
    },
    text: async () => {
      const lines = await editor
        .locator('.view-line')
        .evaluateAll((elements) =>
          elements
            .map((element) => ({ top: Number.parseInt(element.style.top, 10), text: element.textContent ?? '' }))
            .sort((a, b) => a.top - b.top),
        );
      return lines.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
    },
  };
}

const fill = (box: Locator, text: string) => box.locator('input').first().fill(text, { timeout: 5_000 });

/** Presses Enter in a box until the text is no longer in it: a list that is still being filled takes no key. */
async function enter(box: Locator, text: string): Promise<void> {
  const input = box.locator('input').first();
  const isTaken = async () =>
    !(await input.isVisible()) || (await input.inputValue({ timeout: 1_000 }).catch(() => undefined)) !== text;
  await repeatUntil(isTaken, () => box.page().keyboard.press('Enter'));
}
