// Properties that only Atlas writes, as they come with a pasted answer.
import { said } from '../../places.ts';
import type { Check } from './advice.ts';

export const readOnly: Check = (place) => {
  if (!said(place, 'readOnly')) return [];
  const message = `Only Atlas writes ${JSON.stringify(place.path.at(-1))}. Remove it.`;
  const severity = said(place, 'severity');
  const fixes = [{ kind: 'remove', isSafe: true }] as const;
  return [{ code: 'read-only-property', message, onKey: true, fixes, ...(severity ? { severity } : {}) }];
};
