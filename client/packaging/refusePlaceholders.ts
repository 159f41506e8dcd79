// Runs before vsce packages or publishes: ends with an error while package.json has placeholders.
import manifest from '../../package.json' with { type: 'json' };
import { placeholdersIn, refusal } from './placeholders.ts';

/** Whether there is something to refuse; the process then says so and ends with an error. */
export function refusePlaceholders(): boolean {
  const placeholders = placeholdersIn(manifest);
  if (placeholders.length === 0) return false;
  process.stderr.write(`${refusal(placeholders)}\n`);
  process.exitCode = 1;
  return true;
}

if (import.meta.main) refusePlaceholders();
