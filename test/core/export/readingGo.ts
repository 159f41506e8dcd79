// How Go reads the literals of a program, by the language's rules; written apart from the export.
import type { Node } from 'web-tree-sitter';
import { nodesIn, only, parse } from './parsing.ts';

export interface GoProgram {
  readonly root: Node;
  /** What is given to json.Marshal; a call of env or file as `env:NAME` or `file:PATH`, filled in by `sources`. */
  readonly body: unknown;
  /** Every string of the program, in order. */
  readonly strings: readonly string[];
}

export async function readGo(text: string, sources: Readonly<Record<string, string>> = {}): Promise<GoProgram> {
  const root = await parse('go', text);
  const marshal = nodesIn(root, 'call_expression').filter(
    (call) => call.childForFieldName('function')?.text === 'json.Marshal',
  );
  const given = only(only(marshal, 'json.Marshal').childForFieldName('arguments')?.namedChildren ?? [], 'arguments');
  const strings = nodesIn(root, 'interpreted_string_literal').map((node) => readGoString(node.text));
  return { root, body: goValue(given, sources), strings };
}

function goValue(node: Node, sources: Readonly<Record<string, string>>): unknown {
  const inner = node.type === 'literal_element' ? only(node.namedChildren, 'element') : node;
  switch (inner.type) {
    case 'interpreted_string_literal':
      return readGoString(inner.text);
    case 'int_literal':
    case 'float_literal':
    case 'unary_expression':
      return numberOf(inner.text);
    case 'true':
    case 'false':
      return inner.type === 'true';
    case 'nil':
      return null;
    case 'call_expression': {
      const argument = only(inner.childForFieldName('arguments')?.namedChildren ?? [], 'argument');
      return sources[`${inner.childForFieldName('function')?.text}:${readGoString(argument.text)}`];
    }
    case 'composite_literal':
      return compositeOf(inner, sources);
    default:
      throw new Error(`${inner.type} is no value`);
  }
}

function compositeOf(node: Node, sources: Readonly<Record<string, string>>): unknown {
  const items = node.childForFieldName('body')?.namedChildren ?? [];
  if (node.childForFieldName('type')?.text === '[]any') return items.map((item) => goValue(item, sources));
  const entries = items.map((item) => item.namedChildren.map((child) => goValue(child, sources)));
  const keys = entries.map(([key]) => String(key));
  // Go refuses a literal in which a key stands twice.
  if (new Set(keys).size < keys.length) throw new Error(`a key stands twice in ${node.text}`);
  return Object.fromEntries(entries.map(([key, value]) => [key, value]));
}

/** Digits alone are an int, which has 64 bits. */
function numberOf(text: string): number {
  if (/^-?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) !== BigInt(text)) throw new Error(`${text} overflows`);
  return Number(text);
}

const named: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

export function readGoString(literal: string): string {
  return literal.slice(1, -1).replaceAll(/\\(?:u([0-9a-f]{4})|([abfnrtv\\"])|(.))/gs, (_, hex, letter, other) => {
    if (other !== undefined) throw new Error(`Go has no \\${other}`);
    if (hex === undefined) return named[letter] ?? letter;
    const code = Number.parseInt(hex, 16);
    if (code >= 0xd800 && code < 0xe000) throw new Error(`Go takes no half of a pair: ${hex}`);
    return String.fromCharCode(code);
  });
}

/** The lines without a tab for each line that opens more than it closes, with a blank at the end, or empty after an empty one. */
export function misindented(text: string): string[] {
  const lines = text.split('\n');
  let depth = 0;
  return lines.filter((line, index) => {
    const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\/\/.*$/, '');
    const closing = /^\s*[)\]}]/.test(bare) ? 1 : 0;
    const indent = line === '' ? '' : '\t'.repeat(depth - closing);
    depth += Math.sign(bare.split(/[([{]/).length - bare.split(/[)\]}]/).length);
    const isDouble = line === '' && lines[index - 1] === '' && index > 0;
    return !line.startsWith(indent) || /^\s/.test(line.slice(indent.length)) || /\s$/.test(line) || isDouble;
  });
}
