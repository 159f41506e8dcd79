// The extension in a VS Code whose display language is not English: manifest, client and server.
import { expect, test } from 'vitest';
import { readEnglish, readTranslation } from '../../../server/l10n/translations.ts';
import { openWindow } from './editorWindow.ts';

test.each(['de', 'zh-cn'] as const)('%s: lens, diagnostic, palette and view', async (language) => {
  const translated = (source: 'bundle' | 'manifest', key: string) => {
    const text = readTranslation(source, language)[key] ?? '';
    expect(text).not.toBe(readEnglish(source)[key]);
    return text;
  };
  const window = await openWindow({ withTarget: false, language });
  const { page } = window;
  await window.open('wrong.streamconn.json', '{ "type": "kafka" }');
  const lens = page.locator('.codelens-decoration a');
  await lens.filter({ hasText: translated('bundle', 'Create connection') }).waitFor();
  await lens.filter({ hasText: translated('bundle', 'Choose target') }).waitFor();
  const wrong = translated('bundle', '{0} is not a connection type.').replace('{0}', '"kafka"');
  await window.hover(page.locator('.view-line').getByText('kafka'), page.getByText(wrong));
  await window.picture(`language-${language}-diagnostic`);
  const title = translated('manifest', 'command.createConnection.title');
  await window.find(`${translated('manifest', 'command.category')}: ${title}`);
  await window.picture(`language-${language}-palette`);
  await page.keyboard.press('Escape');
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: translated('manifest', 'viewsContainer.title') })
    .click();
  await page.locator('.sidebar').getByText(translated('manifest', 'view.connections.name')).first().waitFor();
  await window.picture(`language-${language}-view`);
});
