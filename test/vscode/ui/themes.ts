// The kinds of color theme that there are, one after the other in one window without a webview, which would take the focus.
import type { EditorWindow } from './editorWindow.ts';
import { untilSeen } from './patience.ts';

/** By the name of a kind: what VS Code calls a theme of it, and the class of the workbench that it makes. */
const themes = {
  light: { label: 'Light Modern', kind: 'vs' },
  dark: { label: 'Dark Modern', kind: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', kind: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', kind: 'hc-light' },
} as const;

/** Chooses a theme of that kind, as a person does. */
export async function showIn(window: EditorWindow, look: keyof typeof themes): Promise<void> {
  const { label, kind } = themes[look];
  const workbench = window.page.locator(`.monaco-workbench.${kind}`);
  if (await workbench.isVisible()) return;
  const { keyboard } = window.page;
  const picker = window.page.locator('.quick-input-widget:visible');
  const box = picker.getByPlaceholder('Select Color Theme');
  await untilSeen(box, async () => {
    await keyboard.press('Control+k');
    await keyboard.press('Control+t');
  });
  await box.fill(label);
  await picker.locator('.monaco-list-row.focused').getByText(label, { exact: true }).waitFor();
  await keyboard.press('Enter');
  await workbench.waitFor();
}
