// Forgets a connection's secret, after a question where connection files still name it.
import { l10n, workspace } from 'vscode';
import type { Uses } from '../services.ts';
import { agree, lookFor, pick } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { shortenLines } from '../window/shorten.ts';
import { findSecretUses, pathsNaming, type SecretUses } from './secretUses.ts';

export async function removeSecret(services: Uses<'secrets'>): Promise<void> {
  const names = await services.secrets.names();
  if (names.length === 0) {
    await say.information(l10n.t('No secret is stored. Store one with “Stream Connection: Store Secret”.'));
    return;
  }
  const items = names.map((label) => ({ label }));
  const options = { title: l10n.t('Remove secret'), placeHolder: l10n.t('Which secret to remove') };
  const { label: name } = await pick(items, options);
  // Of a workspace that is not trusted nothing is read.
  const uses = workspace.isTrusted
    ? await lookFor(l10n.t('Looking for files that use {0}…', name), findSecretUses)
    : { files: [], isComplete: true };
  await removeUnlessUsed(services, name, uses);
}

/** Asks where a file still names the secret, or may. */
export async function removeUnlessUsed({ secrets }: Uses<'secrets'>, name: string, uses: SecretUses): Promise<void> {
  const users = pathsNaming(uses, name);
  if (users.length > 0 || !uses.isComplete) await askToRemove(name, users, uses.isComplete);
  if (await secrets.remove(name)) {
    await say.information(l10n.t('Removed the secret {0}.', name));
    return;
  }
  await say.error(l10n.t("Couldn't remove the secret {0} from VS Code's secret storage. Try again.", name));
}

/** Names that a question has room for. */
const shownAtMost = 10;

async function askToRemove(name: string, users: readonly string[], isComplete: boolean): Promise<void> {
  const detail = [
    ...shortenLines(users, shownAtMost),
    ...(isComplete ? [] : [l10n.t('Not every connection file could be looked at.')]),
    l10n.t('Whoever sends a connection that names it will be asked for the value.'),
  ];
  const question =
    users.length > 0
      ? l10n.t('Remove the secret {0}, although connection files name it?', name)
      : l10n.t('Remove the secret {0}, which connection files may name?', name);
  await agree('warning', question, detail.join('\n'), l10n.t('Remove'));
}
