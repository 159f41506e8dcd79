// How a node of the Connections view looks and is read out: words, an icon's name, what a click does.
import * as l10n from '@vscode/l10n';
import { type CredentialNode, idOf, type ViewNode } from './nodes.ts';

export interface NodeLook {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The name of a codicon, and of the colour that it has; never all that tells a state. */
  readonly icon: string;
  readonly color?: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** By which menus know it. */
  readonly context: string;
  readonly canOpen: boolean;
  /** Whether a click loads its parent again. */
  readonly retries: boolean;
}

export function describeNode(node: ViewNode): NodeLook {
  const common = { id: idOf(node), context: `streamconn.${node.kind}`, canOpen: true, retries: false };
  switch (node.kind) {
    case 'credential':
      return { ...common, ...describeCredential(node) };
    case 'project':
      return {
        ...common,
        label: node.projectName,
        description: '',
        icon: 'project',
        tooltip: l10n.t('Project {0} ({1})', node.projectName, node.groupId),
        spoken: l10n.t('Project {0}', node.projectName),
      };
    case 'instance':
      return {
        ...common,
        label: node.tenantName,
        description: node.region ?? '',
        icon: 'server-environment',
        tooltip: lines(l10n.t('Stream instance (workspace)'), node.tenantName, node.region),
        spoken: phrase(l10n.t('Stream instance, also called workspace, {0}', node.tenantName), node.region),
      };
    case 'connection': {
      const { name, type, state, region } = node;
      return {
        ...common,
        ...(byState.get(state ?? '') ?? { icon: 'plug' }),
        label: name,
        description: [type, state, region].filter(Boolean).join(' · '),
        tooltip: lines(
          name,
          type && l10n.t('Type: {0}', type),
          state && l10n.t('State: {0}', state),
          region && l10n.t('Region: {0}', region),
        ),
        spoken: phrase(
          l10n.t('Connection {0}', name),
          type,
          state && l10n.t('state {0}', state),
          region && l10n.t('region {0}', region),
        ),
        canOpen: false,
      };
    }
    case 'empty':
      return { ...common, ...remark(node.text), icon: 'info', canOpen: false };
    case 'failure': {
      const again = `${node.text} ${l10n.t('Click to try again.')}`;
      return {
        ...common,
        ...remark(node.text),
        icon: 'warning',
        color: 'list.warningForeground',
        tooltip: again,
        spoken: again,
        canOpen: false,
        retries: true,
      };
    }
  }
}

function describeCredential({ credential: { label, host, isGone } }: CredentialNode) {
  const where = host.replace(/^https:\/\//, '');
  const what = l10n.t('Credential {0} for {1}', label, host);
  if (!isGone) return { label, description: where, icon: 'key', tooltip: what, spoken: what };
  const gone = l10n.t('No longer stored');
  return {
    label,
    description: `${gone} · ${where}`,
    icon: 'warning',
    color: 'list.warningForeground',
    tooltip: lines(what, gone),
    spoken: phrase(what, gone),
  };
}

const byState = new Map<string, Pick<NodeLook, 'icon' | 'color'>>([
  ['READY', { icon: 'pass', color: 'testing.iconPassed' }],
  ['PENDING', { icon: 'sync' }],
  ['DELETING', { icon: 'trash' }],
  ['FAILED', { icon: 'error', color: 'testing.iconFailed' }],
]);

function remark(text: string) {
  return { label: text, description: '', tooltip: text, spoken: text } as const;
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}

function phrase(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
