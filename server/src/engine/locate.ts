// Finds a value in the text, for a client that will change it.
import type { Range } from 'vscode-languageserver-types';
import { fromPointer } from '../jsonPointer.ts';
import type { StreamConnDocument } from './document.ts';
import { rangeOf } from './findings/ranges.ts';
import { nodeAt } from './jsonPath.ts';

/** The range of the string at a JSON Pointer, with its quotation marks; undefined where there is no string. */
export function locateString({ text, root }: StreamConnDocument, pointer: string): Range | undefined {
  const node = root && nodeAt(root, fromPointer(pointer));
  return node?.type === 'string' ? rangeOf(text, node.offset, node.length) : undefined;
}
