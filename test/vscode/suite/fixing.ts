// Quick fixes as the editor offers them for a file, and what they do.
import assert from 'node:assert/strict';
import { type CodeAction, commands, Range, type TextDocument, workspace } from 'vscode';
import { poll } from './poll.ts';

/** The quick fixes of the whole file, once there are any. */
function quickFixes(document: TextDocument): Promise<CodeAction[]> {
  const range = new Range(0, 0, document.lineCount, 0);
  return poll('quick fixes', async () => {
    const found = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'quickfix',
    );
    return found.length > 0 ? found : undefined;
  });
}

/** Does what the quick fix of that title does: its edit, its command or both. */
export async function applyFix(document: TextDocument, title: string): Promise<void> {
  const fixes = await quickFixes(document);
  const action = fixes.find((candidate) => candidate.title === title);
  const { edit, command } = action ?? {};
  assert.ok(edit ?? command, `No “${title}” among ${fixes.map((candidate) => candidate.title).join(', ')}`);
  if (edit) assert.ok(await workspace.applyEdit(edit));
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
