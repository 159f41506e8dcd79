// What a check beyond the schema's keywords is: it looks at one place of the document and says what is wrong there.
import type { Place } from '../../schema/places.ts';
import type { Remark } from '../remark.ts';
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

/** `root` is the value of the whole document. */
export type Check = (place: Place, root: unknown, surroundings: Surroundings) => readonly Remark[];
