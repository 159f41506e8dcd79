// Lists the connections' secrets, stored and missing, with the files that name them; and what can be done with each.
import { l10n, QuickPickItemKind } from 'vscode';
import { writePlaceholder } from '../../../../server/src/placeholder.ts';
import type { Uses } from '../services.ts';
import { lookFor, pick } from '../window/ask.ts';
import { putOnClipboard } from '../window/clipboard.ts';
import { say } from '../window/say.ts';
import { removeUnlessUsed } from './removeSecret.ts';
import { findSecretUses, pathsNaming, type SecretUses } from './secretUses.ts';
import { readClipboard, storeFromClipboard, storeFromFile, storeTyped } from './storeSecretValue.ts';

export async function showSecrets(services: Uses<'log' | 'secrets'>): Promise<void> {
  const uses = await lookFor(l10n.t('Looking for files that use secrets…'), findSecretUses);
  const stored = await services.secrets.names();
  const named = new Set(uses.files.flatMap(({ secretNames }) => secretNames));
  const missing = [...named].filter((name) => !stored.includes(name)).sort();
  if (stored.length + missing.length === 0) {
    await say.information(
      l10n.t(
        'No secret is stored, and no connection file of this workspace names one. Write {0} in its place.',
        '${secret:NAME}',
      ),
    );
    return;
  }
  const items = [
    ...section(
      l10n.t('Stored'),
      stored.map((name) => ({ label: `$(key) ${name}`, description: describe(name, uses), name })),
    ),
    ...section(
      l10n.t('Not stored'),
      missing.map((name) => ({ label: `$(warning) ${name}`, description: describe(name, uses), name })),
    ),
  ];
  const placeHolder = uses.isComplete
    ? l10n.t('Pick a secret')
    : l10n.t('Pick a secret (not every connection file could be looked at)');
  const options = { title: l10n.t('Secrets'), placeHolder, matchOnDescription: true, ignoreFocusOut: false };
  const { name } = await pick(items, options);
  if (stored.includes(name)) await change(services, name, uses);
  else await obtain(services, name, l10n.t('Store secret {0}', name));
}

interface Item {
  readonly label: string;
  readonly description: string;
  readonly name: string;
}

function section(title: string, items: readonly Item[]) {
  const separator = { label: title, description: '', name: '', kind: QuickPickItemKind.Separator };
  return items.length > 0 ? [separator, ...items] : [];
}

function describe(name: string, uses: SecretUses): string {
  const users = pathsNaming(uses, name);
  if (users.length > 0) return l10n.t('named in {0}', users.join(', '));
  return uses.isComplete ? l10n.t('not used in this workspace') : l10n.t('not used in the files looked at');
}

async function change(services: Uses<'log' | 'secrets'>, name: string, uses: SecretUses): Promise<void> {
  const placeholder = writePlaceholder({ kind: 'secret', name });
  const actions = [
    { label: l10n.t('Replace its value'), run: () => obtain(services, name, l10n.t('Replace secret {0}', name)) },
    { label: l10n.t('Remove it'), run: () => removeUnlessUsed(services, name, uses) },
    { label: l10n.t('Copy {0}', placeholder), run: () => putOnClipboard(services, placeholder) },
  ];
  await act(l10n.t('Secret {0}', name), actions);
}

/** By whichever way the person has the value. That it replaces another one has been said already. */
async function obtain(services: Uses<'log' | 'secrets'>, name: string, title: string): Promise<void> {
  const fromClipboard = async () => storeFromClipboard(services, name, await readClipboard(services), true);
  await act(title, [
    { label: l10n.t('Type or paste the value'), run: () => storeTyped(services, name) },
    { label: l10n.t('Read it from a file'), run: () => storeFromFile(services, name, true) },
    { label: l10n.t('Take it from the clipboard'), run: fromClipboard },
  ]);
}

async function act(title: string, actions: readonly { label: string; run(): Thenable<unknown> }[]): Promise<void> {
  await (await pick(actions, { title })).run();
}
