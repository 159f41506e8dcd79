// The actions drawn above the connection.
import type { CodeLens } from 'vscode-languageserver-types';
import { type ContextParams, lensCommands } from '../protocol.ts';
import type { StreamConnDocument } from './document.ts';
import { rangeOf } from './findings/ranges.ts';

/** The lenses of a file, on the line where its root object begins; none where there is no object. */
export function findCodeLenses({ text, root }: StreamConnDocument, { targetTitle }: ContextParams): CodeLens[] {
  if (root?.type !== 'object') return [];
  const range = rangeOf(text, root.offset, 1);
  const lens = (title: string, command: string): CodeLens => ({
    range,
    command: { title, command, arguments: [text.uri] },
  });
  return [
    lens('$(cloud-upload) Create connection', lensCommands.createConnection),
    lens(targetTitle ? `$(target) ${targetTitle}` : '$(target) Choose target', lensCommands.chooseTarget),
  ];
}
