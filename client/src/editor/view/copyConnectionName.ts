// Copies the name of a connection in the view.
import { l10n } from 'vscode';
import type { ConnectionPlace } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { putOnClipboard } from '../window/clipboard.ts';
import { say } from '../window/say.ts';

export async function copyConnectionName(services: Uses<'log'>, node: ConnectionPlace | undefined): Promise<void> {
  if (node) await putOnClipboard(services, node.name);
  else await say.error(l10n.t('Choose a connection in the Connections view: its menu copies its name.'));
}
