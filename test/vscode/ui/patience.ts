// Doing something again where nothing comes of it: a key, a click or a hover is lost on what is only just being drawn.
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Acts until it is done; once it has acted, it waits so many milliseconds before it acts again. */
export async function repeatUntil(
  isDone: () => Promise<boolean>,
  act: () => Promise<unknown>,
  patience = 5_000,
): Promise<void> {
  const isDoneNow = async () => {
    await act();
    return expect
      .poll(isDone, { timeout: patience })
      .toBe(true)
      .then(
        () => true,
        () => false,
      );
  };
  await expect.poll(isDoneNow).toBe(true);
}

/** Acts until something can be seen. */
export function untilSeen(effect: Locator, act: () => Promise<unknown>, patience?: number): Promise<void> {
  return repeatUntil(() => effect.isVisible(), act, patience);
}

/** Clicks until `effect` can be seen: what was just redrawn takes no click. */
export function click(place: Locator, effect: Locator): Promise<void> {
  return untilSeen(effect, () => place.click({ timeout: 5_000 }).catch(() => undefined), 10_000);
}

/** Asks for completion until this can be seen in its list. */
export async function suggest(item: Locator): Promise<void> {
  if (await item.isVisible()) return;
  await untilSeen(item, () => item.page().keyboard.press('Control+Space'), 3_000);
}
