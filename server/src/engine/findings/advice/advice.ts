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

/** A place by itself, without what is beside it and in it. */
export type Spot = Pick<Place, 'path' | 'schemas'>;

/**
 * What is said of a place by itself: for the same spot and the same text there (undefined where no string stands), always
 * the same. `root` is the value of the whole document, which matters only where its type is not a known one.
 */
export type Check = (
  at: Spot,
  text: string | undefined,
  surroundings: Surroundings,
  root: unknown,
) => readonly Remark[];

/** What is said of a place together with what is beside it or in it. */
export type WiderCheck = (place: Place, surroundings: Surroundings) => readonly Remark[];

/** What a `Check` is told of the value of a place. */
export function textOf({ value }: Place): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
