// Changes the text of a document, and tells where VS Code only seems to have done so: it lets extensions change what is read-only.
import { l10n, Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { type Acted, type Refused, tryAct } from '../window/vscodeAct.ts';

/** Replaces a piece of the text by another one. Where that is refused, the text is as it was. */
export async function changeText(document: TextDocument, range: Range, text: string): Promise<Acted<unknown>> {
  const before = document.getText();
  const changed = await tryAct(() => replace(document, range, text), document.uri);
  if (changed.kind === 'refused' || (await canBeSaved(document))) return changed;
  await replace(document, wholeOf(document), before);
  return readOnly();
}

/** Whether `act` has changed the text; VS Code says so even where its editor takes nothing. */
export async function tryChange(document: TextDocument, act: () => Thenable<boolean>): Promise<Acted<unknown>> {
  const { version } = document;
  const acted = await tryAct(act, document.uri);
  return acted.kind === 'refused' || document.version !== version ? acted : readOnly();
}

/** All of its text. */
export function wholeOf(document: TextDocument): Range {
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}

function replace({ uri }: TextDocument, range: Range, text: string): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  return workspace.applyEdit(edit);
}

/** A read-only document never has unsaved changes, whatever its text is. Another one has none where it was saved at once. */
async function canBeSaved(document: TextDocument): Promise<boolean> {
  if (document.isDirty || document.isUntitled) return true;
  const saved = await tryAct(() => workspace.fs.readFile(document.uri));
  return saved.kind === 'done' && new TextDecoder().decode(saved.value) === document.getText();
}

function readOnly(): Refused {
  return { kind: 'refused', reason: l10n.t('The file is read-only in VS Code.') };
}
