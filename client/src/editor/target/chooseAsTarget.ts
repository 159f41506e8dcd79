// Makes a stream instance of the view the target, and the credential that sees it the one in use.

import { l10n } from 'vscode';
import type { Place } from '../../core/place.ts';
import { putInUse } from '../credentials/pickCredential.ts';
import type { Uses } from '../services.ts';
import { refuse } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { askRoot } from './askScope.ts';
import { saveTarget } from './saveTarget.ts';

export async function chooseAsTarget(
  services: Uses<'log' | 'targets' | 'workspaceState'>,
  node: Place | undefined,
): Promise<void> {
  if (!node) {
    return refuse(
      l10n.t('Choose a stream instance (workspace) in the Connections view: its menu makes it the target.'),
    );
  }
  const scope = await askRoot(services, l10n.t('Choose as target: folder'));
  await saveTarget(services, node, scope);
  await putInUse(services, node.credential.id);
  const { tenantName, projectName = node.groupId } = node;
  await say.information(l10n.t('Connections now go to {projectName} / {tenantName}.', { projectName, tenantName }));
}
