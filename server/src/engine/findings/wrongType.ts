// A value of the wrong JSON type: what to say of it, and what it was most likely meant to be.

import type { StreamConnDocument } from '../json/document.ts';
import { nodeAt } from '../json/jsonPath.ts';
import { isAllowed } from '../schema/allowed.ts';
import { isRequired, type Place } from '../schema/places.ts';
import type { Schema } from '../schema/schemaLookup.ts';
import { convert } from './convert.ts';
import type { Found } from './finding.ts';
import { wrongType } from './messages.ts';

/** The words for it, and the value as the expected type where the place takes that. */
export function explainWrongType(
  schema: Schema,
  place: Place,
  { text, root }: StreamConnDocument,
): Pick<Found, 'message' | 'fixes'> {
  const { type: expected = '' } = schema;
  const node = root && nodeAt(root, place.path);
  const written = node ? text.getText().slice(node.offset, node.offset + node.length) : '';
  const meant = convert(place.value, written, String(expected), schema);
  return {
    message: wrongType(expected, place.value, schema, !place.owner || isRequired(place)),
    fixes: meant !== undefined && isAllowed(place.schemas, meant) ? [{ kind: 'replace', value: meant }] : [],
  };
}
