// One string of an open connection file: the server says where it stands, the editor's own text says what it is.
import { Range, type TextDocument, type Uri, workspace } from 'vscode';
import type { Uses } from '../services.ts';
import type { Acted } from '../window/vscodeAct.ts';
import { changeText } from './changeText.ts';

/** Times that a document may change while the server is asked. */
const triesAtMost = 3;

interface Found {
  readonly document: TextDocument;
  readonly range: Range;
  readonly value: string;
}

/** The string at a JSON Pointer as the editor shows it now; undefined where there is none. */
export async function readLiveString(services: Uses<'locate'>, uri: Uri, pointer: string): Promise<string | undefined> {
  return (await find(services, uri, pointer))?.value;
}

/** `changed`: the string is `old` no more, or the file changed at that moment. Nothing is changed but where it is done. */
export async function replaceLiveString(
  services: Uses<'locate'>,
  uri: Uri,
  pointer: string,
  old: string,
  replacement: string,
): Promise<Acted<unknown> | { readonly kind: 'changed' }> {
  const found = await find(services, uri, pointer);
  if (found?.value !== old) return { kind: 'changed' };
  const { document, range } = found;
  const before = document.getText();
  const applied = await changeText(document, range, JSON.stringify(replacement));
  return applied.kind === 'refused' && document.getText() !== before ? { kind: 'changed' } : applied;
}

async function find(services: Uses<'locate'>, uri: Uri, pointer: string): Promise<Found | undefined> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  for (let left = triesAtMost; document && left > 0; left--) {
    const located = await services.locate(uri.toString(), pointer);
    if (!located) return undefined;
    if (located.version !== document.version) continue;
    const { start, end } = located.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    const value = parseString(document.getText(range));
    return value === undefined ? undefined : { document, range, value };
  }
  return undefined;
}

function parseString(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
