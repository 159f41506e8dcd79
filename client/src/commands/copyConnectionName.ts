// Copies the name of a connection in the view.
import { l10n } from 'vscode';
import type { Parts } from '../parts.ts';
import { putOnClipboard } from '../ui/clipboard.ts';
import { say } from '../ui/say.ts';
import type { ConnectionNode } from '../view/nodes.ts';

export async function copyConnectionName(parts: Parts, node: ConnectionNode | undefined): Promise<void> {
  if (node) await putOnClipboard(parts, node.name);
  else await say.error(l10n.t('Choose a connection in the Connections view: its menu copies its name.'));
}
