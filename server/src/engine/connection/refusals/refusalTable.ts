// What is known of the refusals of Atlas. Most of its codes are not: nothing is ever checked against this table.
import table from '../../../../../schemas/refusals.json' with { type: 'json' };
import type { Refusal } from '../../../protocol.ts';
import type { Severity } from '../../schema/rules.ts';
import type { Wording } from '../../schema/wording.ts';

/** What can be done about a refusal; ways.ts has them. */
export type Way = 'rename' | 'update' | 'create' | 'add' | 'format';

export interface KnownRefusal {
  /** JSON Pointers of what it speaks of, the likeliest first; without any, it does not speak of the file. */
  readonly at?: readonly string[];
  /** Atlas names the value instead of the property. */
  readonly byValue?: boolean;
  /** Absent if the file is at fault, which is an error. */
  readonly severity?: Severity;
  /** The next step. */
  readonly advice?: Wording;
  readonly ways?: readonly Way[];
}

export interface RefusalTable {
  /** Statuses of answers that are given before anybody looks at the body. */
  readonly beforeTheFile: readonly number[];
  readonly codes: Readonly<Record<string, KnownRefusal>>;
  /** Refusals that have no code of their own, by what they say. */
  readonly texts: readonly (KnownRefusal & { readonly text: string })[];
}

const { beforeTheFile, codes, texts } = table as unknown as RefusalTable;

/** What is known of the refusal, by its code or else by what it says; an empty object where nothing is. */
export function knownOf({ status, errorCode = '' }: Refusal, said: string): KnownRefusal {
  if (Object.hasOwn(codes, errorCode)) return codes[errorCode] ?? {};
  return texts.find(({ text }) => said.includes(text)) ?? (beforeTheFile.includes(status) ? { at: [] } : {});
}
