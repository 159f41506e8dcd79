// The box at the top of the window: the palette, input boxes and quick picks, by keyboard.
import type { Locator, Page } from 'playwright-core';
import { repeatUntil, untilSeen } from './patience.ts';

export interface QuickInput {
  /** Opens the palette with this typed into it, until `row` can be seen. */
  search(text: string, row: Locator): Promise<void>;
  /** Opens the palette with a command in it, by its whole name. */
  find(title: string): Promise<void>;
  /** Runs a command by its whole name in the palette. */
  run(title: string): Promise<void>;
  /** Answers the input box or quick pick that is open, once it has this title or text. */
  answer(question: string | RegExp, text: string): Promise<void>;
  /** Puts the cursor of the open editor at a line and column, counted from 1. */
  goTo(line: number, column: number): Promise<void>;
}

export function quickInputOf(page: Page): QuickInput {
  const input = page.locator('.quick-input-widget:visible');
  const type = async (text: string) => {
    if (await input.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await fill(input, text);
  };
  // The list is of what can be done when it opens: it is opened again where the command was not there yet.
  const search = (text: string, row: Locator) => untilSeen(row, () => type(`>${text}`).catch(() => undefined));
  const find = (title: string) =>
    search(title, input.locator('.monaco-list-row.focused').getByText(title, { exact: true }));
  return {
    search,
    find,
    run: async (title) => {
      await find(title);
      await enter(input, `>${title}`);
    },
    answer: async (question, text) => {
      const asked = input.filter({ hasText: question });
      await asked.waitFor();
      await fill(asked, text);
      await enter(asked, text);
    },
    goTo: async (line, column) => {
      const cursor = page.getByText(`Ln ${line}, Col ${column}`, { exact: true });
      const editor = page.locator('.editor-instance .monaco-editor.focused');
      const isThere = async () =>
        !(await input.isVisible()) && (await cursor.isVisible()) && (await editor.isVisible());
      const go = async () => {
        await type(`:${line}:${column}`);
        await page.keyboard.press('Enter');
      };
      await repeatUntil(isThere, () => go().catch(() => undefined));
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
