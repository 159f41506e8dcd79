// A JSON value as text, laid out like its surroundings, with tab stops where an editor shall stop.

import { toPointer } from '../../jsonPointer.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import type { Layout } from './members.ts';

/** Writes the parts of a value: strings and numbers as `leaf` has them, keys and signs as `plain` has them. */
export interface Pen {
  plain(text: string): string;
  leaf(value: unknown, pointer: string): string;
}

export const plainPen: Pen = { plain: (text) => text, leaf: (value) => JSON.stringify(value) };

/** Writes a snippet, its tab stops numbered in the order of writing; `choicesAt` says what an editor shall offer. */
export function createSnippetPen(choicesAt: (pointer: string) => readonly string[]): Pen {
  let stops = 0;
  return {
    plain: escapeSnippet,
    leaf: (value, pointer) => {
      if (typeof value !== 'string') return `\${${++stops}:${escapeSnippet(JSON.stringify(value))}}`;
      const choices = choicesAt(pointer).map(bare);
      if (choices.length === 0) return `"\${${++stops}:${escapeSnippet(bare(value))}}"`;
      if (choices.length === 1) return escapeSnippet(JSON.stringify(value));
      return `"\${${++stops}|${choices.map(escapeChoice).join(',')}|}"`;
    },
  };
}

/** `"key": value`, over several lines where there is a layout. */
export function writeMember(pen: Pen, path: JsonPath, value: unknown, layout: Layout | undefined): string {
  const text = writeValue(pen, path, value, layout && { ...layout, margin: layout.lineBreak });
  return `${pen.plain(JSON.stringify(path.at(-1)))}: ${text}`;
}

/** `margin` is the line break and the indentation of the line that the value stands on. */
type Lines = Layout & { readonly margin: string };

/** The value with the lines that it needs, or without any on one line. */
export function writeValue(pen: Pen, path: JsonPath, value: unknown, lines: Lines | undefined): string {
  if (typeof value !== 'object' || value === null) return pen.leaf(value, toPointer(path));
  const inside = lines && { ...lines, margin: lines.margin + lines.indent };
  const parts = Array.isArray(value)
    ? value.map((item, index) => writeValue(pen, [...path, index], item, inside))
    : Object.entries(value).map(
        ([key, item]) => `${pen.plain(JSON.stringify(key))}: ${writeValue(pen, [...path, key], item, inside)}`,
      );
  const [open, close] = (Array.isArray(value) ? ['[', ']'] : ['{', '}']).map((sign) => pen.plain(sign));
  if (parts.length === 0) return `${open}${close}`;
  if (lines && inside) return `${open}${inside.margin}${parts.join(`,${inside.margin}`)}${lines.margin}${close}`;
  return Array.isArray(value) ? `${open}${parts.join(', ')}${close}` : `${open} ${parts.join(', ')} ${close}`;
}

/** The string as it stands between its quotation marks. */
function bare(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Text that stands for itself in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replaceAll(/[\\,|]/g, '\\$&');
}
