// Makes a stream instance of the view the target, and the credential that sees it the one in use.
import { l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { putInUse } from '../ui/credentials/pickCredential.ts';
import { say } from '../ui/say.ts';
import { isNode } from '../view/nodes.ts';

export async function chooseAsTarget(parts: Parts, _: Uri | undefined, node?: unknown): Promise<void> {
  if (!isNode(node) || node.kind !== 'instance') {
    await say.error(
      l10n.t('Choose a stream instance (workspace) in the Connections view: its menu makes it the target.'),
    );
    return;
  }
  await putInUse(parts, node.credentialId);
  await parts.targets.set(node, node.projectName);
  await say.information(l10n.t('Connections now go to {projectName} / {tenantName}.', node));
}
