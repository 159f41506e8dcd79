// From the keyboard, a file or the clipboard into the secret storage: a connection's secret under its name.
import { l10n } from 'vscode';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';
import { askSecret } from '../keyring/askSecret.ts';
import { howLong, type Stored } from '../keyring/howLong.ts';
import type { Uses } from '../services.ts';
import { agree, cancel, refuse } from '../window/ask.ts';
import { clipboardText, putOnClipboard } from '../window/clipboard.ts';
import { say } from '../window/say.ts';
import { pickTextFile } from './pickTextFile.ts';
import { clipboardFault, toSecret } from './secretText.ts';

/** Asks for the value, whether or not there is one already: the box says so. */
export async function storeTyped({ secrets }: Uses<'secrets'>, name: string): Promise<void> {
  const isTaken = (await secrets.read(name)) !== undefined;
  const value = isTaken
    ? await askSecret(
        l10n.t('Replace secret'),
        l10n.t(
          'Secret {0} already exists. Enter a new value, or press Esc to keep the current one. Every connection file that names it will use the new value.',
          name,
        ),
      )
    : await askSecret(l10n.t('Store secret'), l10n.t('The value of {0}.', writePlaceholder({ kind: 'secret', name })));
  const stored = await secrets.store(name, value);
  if (stored !== 'lost') await say.information(storedText(name, stored));
}

/** `mayReplace` says that the person wants a value that is there replaced. */
export async function storeFromFile(services: Uses<'secrets'>, name: string, mayReplace = false): Promise<void> {
  const picked = await pickTextFile(l10n.t('Store secret from file'));
  if (picked.kind === 'unreadable') return refuse(l10n.t('Nothing was stored: {0}', picked.reason));
  const stored = await storeUnlessTaken(services, name, toSecret(picked.text), mayReplace);
  await say.information(storedText(name, stored));
}

/** The text of the clipboard, if it can be a secret. That it cannot is refused. */
export async function readClipboard(services: Uses<'log'>): Promise<string> {
  const text = await clipboardText(services);
  const fault = clipboardFault(text);
  return fault ? refuse(l10n.t('Nothing was stored: {0}', fault)) : text;
}

/** Stores `text`, which the clipboard holds, and offers to clear that. */
export async function storeFromClipboard(
  services: Uses<'log' | 'secrets'>,
  name: string,
  text: string,
  mayReplace = false,
): Promise<void> {
  const stored = await storeUnlessTaken(services, name, toSecret(text), mayReplace);
  const clear = l10n.t('Clear Clipboard');
  const message = `${storedText(name, stored)} ${l10n.t('The clipboard still holds the value.')}`;
  if ((await say.information(message, clear)) === clear) await clearClipboard(services, text);
}

/** Clears the clipboard where it holds `text` still; says so where it does not. */
export async function clearClipboard(services: Uses<'log'>, text: string): Promise<void> {
  const now = await clipboardText(services);
  if (now === text) await putOnClipboard(services, '');
  else await say.information(l10n.t('The clipboard holds something else by now and was left as it is.'));
}

/** Where the value is now. It ends the command where the person keeps another one under that name, or it could not be stored. */
export async function storeUnlessTaken(
  { secrets }: Uses<'secrets'>,
  name: string,
  value: string,
  mayReplace = false,
): Promise<Stored> {
  const old = await secrets.read(name);
  if (old === value) return 'kept';
  if (old !== undefined && !mayReplace) await askReplace(name);
  const stored = await secrets.store(name, value);
  return stored === 'lost' ? cancel() : stored;
}

function storedText(name: string, stored: Stored): string {
  const placeholder = writePlaceholder({ kind: 'secret', name });
  return (
    l10n.t('Stored the secret {name}. Connection files can say {placeholder}.', { name, placeholder }) + howLong(stored)
  );
}

async function askReplace(name: string): Promise<void> {
  const question = l10n.t('Secret {0} already exists. Replace its value?', name);
  const detail = l10n.t('Every connection file that names it will use the new value.');
  await agree('warning', question, detail, l10n.t('Replace'));
}
