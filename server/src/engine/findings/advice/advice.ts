// What a check beyond the schema's keywords is: it looks at one place of the document and says what is wrong there.
import type { JsonPath } from '../../json/jsonPath.ts';
import type { Place } from '../../schema/places.ts';
import type { FindingCode, Severity } from '../finding.ts';
import type { Fix } from '../fix.ts';
import type { CertificateReader } from './certificates.ts';

/** What is known besides the document. */
export interface Surroundings {
  /** Names of the stored secrets; absent where nobody knows them, as on the command line. */
  readonly secretNames?: readonly string[];
  /** Reads PEM blocks; absent where there is no cryptography, and then nothing is said about them. */
  readonly certificates?: CertificateReader;
  /** Milliseconds since 1970; the clock's if absent. */
  readonly now?: number;
}

/** A part of a string. */
export interface Part {
  readonly start: number;
  readonly length: number;
}

/** One thing wrong. */
export interface Remark {
  readonly code: FindingCode;
  /** Where the evidence justifies another severity than the rule's. */
  readonly severity?: Severity;
  readonly message: string;
  /** The place's own path if absent. */
  readonly path?: JsonPath;
  /** Drawn on the property's key rather than on its value. */
  readonly onKey?: boolean;
  /** Drawn on this part of the string value only; in UTF-16 code units of the value, not of the text. */
  readonly part?: Part;
  readonly fixes?: readonly Fix[];
}

/** `root` is the value of the whole document. */
export type Check = (place: Place, root: unknown, surroundings: Surroundings) => readonly Remark[];
