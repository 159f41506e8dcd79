// Keys that an object cannot have: unknown ones, and those that belong elsewhere.
import { fromPointer } from '../../jsonPointer.ts';
import { nearest } from '../../nearest.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import type { FindingCode } from '../schema/rules.ts';
import { type Choice, choicesWith, isOffered, type Mistake, mistakeFor, type Schema } from '../schema/schemaLookup.ts';
import { type Fix, fixesOf } from './fix.ts';
import * as say from './messages.ts';
import type { Remark } from './remark.ts';
import { canBeRenamed } from './renaming.ts';

/** Of a key that is in none of the schemas of the object at the path. */
export function explainUnknown(
  name: string,
  schemas: readonly [Schema, ...Schema[]],
  value: unknown,
  at: JsonPath,
): Remark {
  const [owner] = schemas;
  const known = Object.keys(owner.properties ?? {}).filter((key) => isOffered(owner, key));
  const mistake = mistakeFor(name, schemas);
  const choices = choicesWith(name, schemas);
  const isFree = (key: string) => canBeRenamed(value, name, key, owner);
  const near = mistake || choices.length > 0 ? mistake?.rename : nearest(name, known.filter(isFree));
  const planned: readonly Fix[] = mistake ? fixesOf(mistake) : near ? [{ kind: 'rename', to: near }] : [];
  const meant = planned.filter((fix) => fix.kind !== 'remove' && (fix.kind !== 'rename' || isFree(fix.to)));
  // Of another type of connection, or of another object: that is no property which Atlas may have added since.
  const isOfOtherType = at.length === 0 && choices.length > 0;
  const inOwnWords =
    say.mistaken(mistake, name) ?? (isOfOtherType && near ? say.otherName(name, owner, near) : undefined);
  const isElsewhere = mistake?.move !== undefined || isOfOtherType;
  return {
    code: (mistake?.code as FindingCode | undefined) ?? (isElsewhere ? 'misplaced-property' : 'unknown-property'),
    keepsCode: mistake?.code !== undefined,
    path: [...at, name],
    on: 'key',
    message: inOwnWords ?? elsewhere(name, mistake, choices) ?? say.unknownProperty(name, owner, near, known),
    fixes: [...meant, { kind: 'remove' }],
  };
}

/** Words for a key that another object, or this one with another choice, would know. */
function elsewhere(name: string, mistake: Mistake | undefined, choices: readonly Choice[]): string | undefined {
  if (mistake?.move !== undefined) return say.misplacedProperty(name, fromPointer(mistake.move));
  return choices.length > 0 && !mistake ? say.foreignProperty(name, choices) : undefined;
}
