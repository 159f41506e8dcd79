// What a check beyond the schema's keywords is: it looks at one place of the document and says what is wrong there.
import type { Range } from 'vscode-languageserver-types';
import type { JsonPath } from '../../jsonPath.ts';
import type { Place } from '../../places.ts';
import type { FindingCode, Severity } from '../finding.ts';
import type { Fix } from '../fix.ts';
import type { CertificateReader } from './certificates.ts';

/** What is known besides the document. */
export interface Surroundings {
  /** Names of the stored secrets; absent where nobody knows them, as on the command line. */
  readonly secretNames?: readonly string[];
  /** Severities by rule, from the user's settings; others than these are the rules' own. */
  readonly severities?: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  /** Reads PEM blocks; absent where there is no cryptography, and then nothing is said about them. */
  readonly certificates?: CertificateReader;
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
  /** Drawn on part of the text instead; for a part of a string value. */
  readonly range?: Range;
  readonly fixes?: readonly Fix[];
}

/** `root` is the value of the whole document. */
export type Check = (place: Place, root: unknown, surroundings: Surroundings) => readonly Remark[];
