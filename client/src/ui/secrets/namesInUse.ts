// Which names of secrets a new file must not give to a secret of its own.
import type { Parts } from '../../parts.ts';
import { findSecretUses } from '../../secretUses.ts';
import type { ConnectionFile } from '../files/namedFiles.ts';

/** Those that are stored, or that a file of the workspace or one of `files` has. Undefined when `signal` aborts. */
export async function namesInUse(
  { secrets }: Pick<Parts, 'secrets'>,
  files: readonly ConnectionFile[],
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const uses = await findSecretUses(signal);
  if (uses.kind === 'cancelled') return undefined;
  return new Set([...secrets.names(), ...uses.files.keys(), ...files.flatMap(({ secretNames }) => secretNames)]);
}
