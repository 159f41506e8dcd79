// Runs a command as its wrapper in the product does: that the person cancelled, or was told why it ends, is no failure.
import { CancellationError } from './fakeVscode.ts';

export async function endCommand(command: Promise<unknown>): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (!(error instanceof CancellationError)) throw error;
  }
}
