// One thing wrong at a place, before it is a finding of the text: what every check gives.
import type { StreamConnDocument } from '../json/document.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { keyRange, ownerRange, partRange, valueRange } from '../json/ranges.ts';
import { type FindingCode, rules, type Severity } from '../schema/rules.ts';
import type { Finding } from './finding.ts';
import type { Fix } from './fix.ts';

/** A part of a string, in UTF-16 code units of its value, not of the text. */
export interface Part {
  readonly start: number;
  readonly length: number;
}

export interface Remark {
  readonly code: FindingCode;
  /** Where the evidence justifies another severity than the rule's. */
  readonly severity?: Severity;
  readonly message: string;
  /** The value at fault; for a missing property, the object that lacks it. The place's own path if absent. */
  readonly path?: JsonPath;
  /** Drawn on the key rather than on the value; `owner` is the key of the object that lacks something. */
  readonly on?: 'key' | 'owner' | { readonly keyAt: JsonPath };
  /** Drawn on this part of the string only. */
  readonly part?: Part;
  readonly fixes?: readonly Fix[];
  /** The code is kept where the schema names another rule. */
  readonly keepsCode?: boolean;
}

/** The remark as a finding; `at` is the path of the place that it is about. */
export function toFinding(document: StreamConnDocument, at: JsonPath, remark: Remark): Finding {
  const { code, severity = rules[code].severity, path = at, message, fixes = [] } = remark;
  return { code, severity, path, range: rangeFor(document, path, remark), message, fixes };
}

function rangeFor({ text, root }: StreamConnDocument, path: JsonPath, { on, part }: Remark): Finding['range'] {
  if (!root) return { start: text.positionAt(0), end: text.positionAt(0) };
  if (part) return partRange(text, root, path, part);
  if (on === undefined) return valueRange(text, root, path);
  if (on === 'key') return keyRange(text, root, path);
  if (on === 'owner') return ownerRange(text, root, path);
  return keyRange(text, root, on.keyAt);
}
