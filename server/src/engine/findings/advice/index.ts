// Findings beyond the schema's keywords: every check at every place of the document.
import type { StreamConnDocument } from '../../json/document.ts';
import { placesOf } from '../../schema/places.ts';
import type { Finding } from '../finding.ts';
import { type Remark, toFinding } from '../remark.ts';
import { type Check, type Surroundings, textOf, type WiderCheck } from './advice.ts';
import { format, widerFormat } from './formats.ts';
import { inlineSecret, secretBeside } from './inlineSecret.ts';
import { placeholder } from './placeholder.ts';
import { placeholderValue } from './placeholderValue.ts';
import { readOnly } from './readOnly.ts';

export const checks: readonly Check[] = [readOnly, placeholderValue, format, placeholder, inlineSecret];

/** For each of these, `cleanCheck.ts` has a question that is quicker to answer. */
const widerChecks: readonly WiderCheck[] = [widerFormat, secretBeside];

/** What the checks find, in no particular order. */
export function findAdvice(document: StreamConnDocument, surroundings: Surroundings): Finding[] {
  const findings: Finding[] = [];
  for (const place of placesOf(document)) {
    const text = textOf(place);
    const take = (remark: Remark) => findings.push(toFinding(document, place.path, remark));
    for (const check of checks) check(place, text, surroundings, document.value).forEach(take);
    for (const check of widerChecks) check(place, surroundings).forEach(take);
  }
  return findings;
}
