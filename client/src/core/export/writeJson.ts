// A template as JSON text, for a place where each source is written its own way.
import type { Template } from './template.ts';

export interface JsonStyle<S> {
  /** What stands for the value of a source, quotation marks included. */
  source(source: S): string;
  /** Of a key or value, as `JSON.stringify` does it unless said otherwise. */
  string?(text: string): string;
  /** Spaces a level; 0 for one line. */
  readonly indent: number;
}

export function writeJson<S>(template: Template<S>, style: JsonStyle<S>): string {
  const { source, string = JSON.stringify, indent } = style;
  const write = (part: Template<S>, level: number): string => {
    switch (part.kind) {
      case 'value':
        return typeof part.value === 'string' ? string(part.value) : JSON.stringify(part.value);
      case 'source':
        return source(part.source);
      case 'list':
        return wrap(
          '[',
          part.items.map((item) => write(item, level + 1)),
          ']',
          level,
        );
      case 'object':
        return wrap(
          '{',
          part.entries.map(([key, value]) => `${string(key)}:${space}${write(value, level + 1)}`),
          '}',
          level,
        );
    }
  };
  const space = indent > 0 ? ' ' : '';
  const wrap = (open: string, parts: readonly string[], close: string, level: number): string => {
    if (parts.length === 0) return open + close;
    const line = (depth: number) => (indent > 0 ? `\n${' '.repeat(indent * depth)}` : '');
    return open + parts.map((part) => line(level + 1) + part).join(',') + line(level) + close;
  };
  return write(template, 0);
}
