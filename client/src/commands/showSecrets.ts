// Lists the connections' secrets, stored and missing, with the files that name them; and what can be done with each.
import { env, QuickPickItemKind, window } from 'vscode';
import type { Parts } from '../parts.ts';
import { findSecretUses, type SecretUses } from '../secretUses.ts';
import { withProgressIfSlow } from '../ui/progressIfSlow.ts';
import { say } from '../ui/say.ts';
import { readClipboard, storeFromClipboard, storeFromFile, storeTyped } from '../ui/storeSecretValue.ts';
import { removeUnlessUsed } from './removeSecret.ts';

export async function showSecrets(parts: Parts): Promise<void> {
  const uses = await withProgressIfSlow('Looking for files that use secrets…', findSecretUses);
  if (uses.kind === 'cancelled') return;
  const stored = parts.secrets.names();
  const missing = [...uses.files.keys()].filter((name) => !stored.includes(name)).sort();
  if (stored.length + missing.length === 0) {
    await say.information(
      'No secret is stored, and no connection file of this workspace names one. Write ${secret:NAME} in its place.',
    );
    return;
  }
  const items = [
    ...section(
      'Stored',
      stored.map((name) => ({ label: `$(key) ${name}`, description: describe(name, uses), name })),
    ),
    ...section(
      'Not stored yet',
      missing.map((name) => ({ label: `$(warning) ${name}`, description: describe(name, uses), name })),
    ),
  ];
  const placeHolder = uses.isComplete
    ? 'Pick a secret'
    : 'Pick a secret (not every connection file could be looked at)';
  const { name } =
    (await window.showQuickPick(items, { title: 'Secrets', placeHolder, matchOnDescription: true })) ?? {};
  if (!name) return;
  if (stored.includes(name)) await change(parts, name, uses);
  else await obtain(parts, name, `Store secret ${name}`);
}

interface Item {
  readonly label: string;
  readonly description: string;
  readonly name: string;
}

type Found = Extract<SecretUses, { kind: 'found' }>;

function section(title: string, items: readonly Item[]) {
  const separator = { label: title, description: '', name: '', kind: QuickPickItemKind.Separator };
  return items.length > 0 ? [separator, ...items] : [];
}

function describe(name: string, { files, isComplete }: Found): string {
  const users = files.get(name);
  if (users) return `named in ${users.join(', ')}`;
  return isComplete ? 'not used in this workspace' : 'not used in the files looked at';
}

async function change(parts: Parts, name: string, uses: Found): Promise<void> {
  const placeholder = `\${secret:${name}}`;
  const actions = [
    { label: 'Replace its value', run: () => obtain(parts, name, `Replace secret ${name}`) },
    { label: 'Remove it', run: () => removeUnlessUsed(parts, name, uses) },
    { label: `Copy ${placeholder}`, run: () => env.clipboard.writeText(placeholder) },
  ];
  await pick(`Secret ${name}`, actions);
}

/** By whichever way the person has the value. That it replaces another one has been said already. */
async function obtain(parts: Parts, name: string, title: string): Promise<void> {
  const fromClipboard = async () => {
    const text = await readClipboard();
    if (text) await storeFromClipboard(parts, name, text, true);
  };
  await pick(title, [
    { label: 'Type or paste the value', run: () => storeTyped(parts, name) },
    { label: 'Read it from a file', run: () => storeFromFile(parts, name, true) },
    { label: 'Take it from the clipboard', run: fromClipboard },
  ]);
}

async function pick(title: string, actions: readonly { label: string; run(): Thenable<void> }[]): Promise<void> {
  const chosen = await window.showQuickPick(actions, { title, ignoreFocusOut: true });
  await chosen?.run();
}
