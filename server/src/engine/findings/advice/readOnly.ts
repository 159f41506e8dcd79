// Properties that only Atlas writes, as they come with a pasted answer.
import * as l10n from '@vscode/l10n';
import { isObject } from '../../json/document.ts';
import { connectionTypeNames } from '../../schema/connectionTypes.ts';
import { placeAt, said } from '../../schema/places.ts';
import { propertySchema, root as rootSchema } from '../../schema/schemaLookup.ts';
import type { Check, Spot } from './advice.ts';

export const readOnly: Check = (at, _text, _surroundings, root) => {
  const marked = readings(at, root).find((reading) => said(reading, 'readOnly'));
  if (!marked) return [];
  const message = l10n.t('Only Atlas writes {0}. Remove it.', JSON.stringify(at.path.at(-1)));
  const severity = said(marked, 'severity');
  const fixes = [{ kind: 'remove', isSafe: true }] as const;
  return [{ code: 'read-only-property', message, on: 'key', fixes, ...(severity ? { severity } : {}) }];
};

/** The place, and where the type is not known, what each type would say of it. */
function readings(at: Spot, root: unknown): readonly Spot[] {
  if (!isObject(root) || connectionTypeNames.some((type) => type === root.type)) return [at];
  const [first, ...rest] = at.path;
  if (rest.length === 0 || !propertySchema(rootSchema, String(rest.at(-1))).readOnly) return [at];
  const block = { [String(first)]: root[String(first)] };
  return connectionTypeNames.map((type) => placeAt({ ...block, type }, at.path));
}
