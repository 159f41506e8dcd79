// Findings beyond the schema's keywords: every check at every place of the document.
import type { StreamConnDocument } from '../../json/document.ts';
import { keyRange, partRange, valueRange } from '../../json/ranges.ts';
import { placesOf } from '../../schema/places.ts';
import { type Finding, rules } from '../finding.ts';
import type { Check, Remark, Surroundings } from './advice.ts';
import { format } from './formats.ts';
import { inlineSecret } from './inlineSecret.ts';
import { placeholder } from './placeholder.ts';
import { placeholderValue } from './placeholderValue.ts';
import { readOnly } from './readOnly.ts';

const checks: readonly Check[] = [readOnly, placeholderValue, format, placeholder, inlineSecret];

/** What the checks find, in no particular order. */
export function findAdvice(document: StreamConnDocument, surroundings: Surroundings): Finding[] {
  const { text, root, value } = document;
  if (!root) return [];
  return placesOf(document).flatMap((place) =>
    checks
      .flatMap((check) => check(place, value, surroundings))
      .map(({ code, path = place.path, part, onKey, fixes = [], message, ...remark }: Remark): Finding => {
        const range = part ? partRange(text, root, path, part) : (onKey ? keyRange : valueRange)(text, root, path);
        return { code, severity: remark.severity ?? rules[code].severity, path, range, message, fixes };
      }),
  );
}
