// What a fix is called: plain words, with what it writes in them, unless that is secret.
import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../../placeholder.ts';
import { withoutSecretParts } from '../../secrets.ts';
import type { RefusedFinding } from '../connection/refusals/index.ts';
import type { Finding } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import { quotedKey } from '../findings/sentences.ts';
import { isSecretAt } from '../schema/secretPlaces.ts';

/** Characters of a value that a title shows. */
const shownAtMost = 60;

export function titleOf(finding: Finding | RefusedFinding, fix: Fix): string {
  const path = fix.path ?? finding.path;
  switch (fix.kind) {
    case 'replace':
      return (
        fix.title ??
        (isSecretAt(path, fix.value) && !isPlaceholder(fix.value)
          ? l10n.t('Change to a string')
          : l10n.t('Change to {0}', shortened(fix.value)))
      );
    case 'rename':
      return l10n.t('Rename to {0}', quotedKey(fix.to));
    case 'remove': {
      const key = path.at(-1);
      return typeof key === 'string' ? l10n.t('Remove {0}', quotedKey(key)) : l10n.t('Remove this item');
    }
    case 'drop':
      return l10n.t('Remove this one, keep the other');
    case 'move':
      return l10n.t('Move to {0}', withoutSecretParts(fix.to.join('.')));
    case 'add':
      return l10n.t('Add {0}', quotedKey(fix.name));
    case 'erase':
      return finding.code === 'comment' ? l10n.t('Remove this comment') : l10n.t('Remove this comma');
    case 'rewrite':
    case 'command':
      return fix.title;
  }
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text;
}
