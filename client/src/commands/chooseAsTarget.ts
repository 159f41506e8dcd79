// Makes a stream instance of the view the target, and the credential that sees it the one in use.
import { l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { askRoot } from '../ui/askScope.ts';
import { putInUse } from '../ui/credentials/pickCredential.ts';
import { saveTarget } from '../ui/saveTarget.ts';
import { say } from '../ui/say.ts';
import { isNode } from '../view/nodes.ts';

export async function chooseAsTarget(parts: Parts, _: Uri | undefined, node?: unknown): Promise<void> {
  if (!isNode(node) || node.kind !== 'instance') {
    await say.error(
      l10n.t('Choose a stream instance (workspace) in the Connections view: its menu makes it the target.'),
    );
    return;
  }
  const scope = await askRoot(parts, l10n.t('Choose as target: folder'));
  if (scope === undefined) return;
  if (!(await saveTarget(parts, node, scope))) return;
  await putInUse(parts, node.credential.id);
  const { tenantName, projectName = node.groupId } = node;
  await say.information(l10n.t('Connections now go to {projectName} / {tenantName}.', { projectName, tenantName }));
}
