// Copies the name of a connection in the view.
import { env, l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { say } from '../ui/say.ts';
import { isConnectionNode } from '../view/nodes.ts';

export async function copyConnectionName(_: Parts, _file: Uri | undefined, node?: unknown): Promise<void> {
  if (isConnectionNode(node)) await env.clipboard.writeText(node.name);
  else await say.error(l10n.t('Choose a connection in the Connections view: its menu copies its name.'));
}
