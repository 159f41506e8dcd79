// The {} beside the language says where a file goes, who signs in, and by which version it is checked.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';
import { click } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

test('before and after signing in', async () => {
  const window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  const braces = page.locator('[id="status.languageStatus"]');
  const lines = page.locator('.hover-language-status');
  await window.hover(braces, lines.getByText('Not signed in').first());
  await expect
    .poll(() => lines.allInnerTexts())
    .toEqual([
      expect.stringMatching(/Not signed in/),
      expect.stringMatching(/Atlas API 2025-02-19/),
      expect.stringMatching(/ orders/),
    ]);
  await window.picture('status-before');
  await click(lines.getByText('Add Credential'), page.getByText('Sign in to Atlas: where').first());
  await signInWithApiKey(window);
  await window.notified('Stored the credential');
  await window.hover(braces, lines.getByText('owner').first());
  await expect.poll(() => lines.allInnerTexts()).toContainEqual(expect.stringMatching(/^owner\s+http.*\s+Test$/));
  await window.picture('status-after');
});
