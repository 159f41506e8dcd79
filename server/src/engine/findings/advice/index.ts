// Findings beyond the schema's keywords: every check at every place of the document.
import type { StreamConnDocument } from '../../json/document.ts';
import { placesOf } from '../../schema/places.ts';
import type { Finding } from '../finding.ts';
import { toFinding } from '../remark.ts';
import type { Check, Surroundings } from './advice.ts';
import { format } from './formats.ts';
import { inlineSecret } from './inlineSecret.ts';
import { placeholder } from './placeholder.ts';
import { placeholderValue } from './placeholderValue.ts';
import { readOnly } from './readOnly.ts';

const checks: readonly Check[] = [readOnly, placeholderValue, format, placeholder, inlineSecret];

/** What the checks find, in no particular order. */
export function findAdvice(document: StreamConnDocument, surroundings: Surroundings): Finding[] {
  const findings: Finding[] = [];
  for (const place of placesOf(document)) {
    for (const check of checks) {
      for (const remark of check(place, document.value, surroundings)) {
        findings.push(toFinding(document, place.path, remark));
      }
    }
  }
  return findings;
}
