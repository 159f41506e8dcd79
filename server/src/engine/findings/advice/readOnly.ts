// Properties that only Atlas writes, as they come with a pasted answer.
import * as l10n from '@vscode/l10n';
import { said } from '../../places.ts';
import type { Check } from './advice.ts';

export const readOnly: Check = (place) => {
  if (!said(place, 'readOnly')) return [];
  const message = l10n.t('Only Atlas writes {0}. Remove it.', JSON.stringify(place.path.at(-1)));
  const severity = said(place, 'severity');
  const fixes = [{ kind: 'remove', isSafe: true }] as const;
  return [{ code: 'read-only-property', message, onKey: true, fixes, ...(severity ? { severity } : {}) }];
};
