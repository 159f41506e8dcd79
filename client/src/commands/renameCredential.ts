// Gives a stored credential another label.
import type { Parts } from '../parts.ts';
import { askLabel } from '../ui/askCredential.ts';
import { pickCredential } from '../ui/pickCredential.ts';
import { say } from '../ui/say.ts';

export async function renameCredential(parts: Parts): Promise<void> {
  const entry = await pickCredential(parts, 'Which credential to rename');
  if (!entry) return;
  const others = parts.credentials.list().filter(({ id }) => id !== entry.id);
  const label = await askLabel(entry.label, others);
  if (!label || label === entry.label) return;
  await parts.credentials.rename(entry.id, label);
  await say.information(`The credential ${entry.label} for ${entry.host} is called ${label} now.`);
}
