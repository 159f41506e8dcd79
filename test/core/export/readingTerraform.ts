// How Terraform reads the values of a resource, by its documented rules; written apart from the export.
import type { Node } from 'web-tree-sitter';
import { nodesIn, only, parse } from './parsing.ts';

type Sources = Readonly<Record<string, string>>;

export interface TerraformFile {
  readonly root: Node;
  /** The arguments of the only resource; `var.NAME` and `file:PATH` filled in by the sources. */
  readonly resource: Readonly<Record<string, unknown>>;
  /** The labels of the resource, and the names of the variables that are declared. */
  readonly labels: readonly string[];
  readonly variables: readonly string[];
}

export async function readTerraform(text: string, sources: Sources = {}): Promise<TerraformFile> {
  const root = await parse('terraform', text);
  const blocks = nodesIn(root, 'block').map((block) => {
    const [type, ...labels] = block.namedChildren.filter(({ type }) => type === 'identifier' || type === 'string_lit');
    return { type: type?.text, labels: labels.map(({ text }) => readTerraformString(text)), block };
  });
  const { block, labels } = only(
    blocks.filter(({ type }) => type === 'resource'),
    'resource',
  );
  const body = only(
    block.namedChildren.filter(({ type }) => type === 'body'),
    'body',
  );
  const arguments_ = body.namedChildren
    .filter(({ type }) => type === 'attribute')
    .map((attribute) => {
      const [name, value] = attribute.namedChildren;
      return [name?.text ?? '', readValue(value, sources)] as const;
    });
  return {
    root,
    resource: fromUnique(arguments_),
    labels,
    variables: blocks.flatMap((one) => (one.type === 'variable' ? one.labels : [])),
  };
}

function readValue(node: Node | undefined, sources: Sources): unknown {
  const text = node?.text ?? '';
  const inner = node?.namedChildren.length === 1 ? node.namedChildren[0] : undefined;
  switch (node?.type) {
    case 'expression':
      if (/^var\.\w+$/.test(text)) return sources[text];
      return /^-/.test(text) ? Number(text) : readValue(inner, sources);
    case 'literal_value':
    case 'collection_value':
    case 'operation':
      return readValue(inner, sources);
    case 'string_lit':
      return readTerraformString(text);
    case 'numeric_lit':
      return Number(text);
    case 'bool_lit':
      return text === 'true';
    case 'null_lit':
      return null;
    case 'tuple':
      return node.namedChildren.filter(({ type }) => type === 'expression').map((item) => readValue(item, sources));
    case 'object':
      return fromUnique(nodesBelow(node, 'object_elem').map((pair) => readPair(pair, sources)));
    case 'function_call': {
      const given = only(nodesIn(node, 'string_lit'), 'argument');
      return sources[`${node.namedChildren[0]?.text}:${readTerraformString(given.text)}`];
    }
    default:
      throw new Error(`${node?.type} is no value: ${text}`);
  }
}

function readPair(pair: Node, sources: Sources): readonly [string, unknown] {
  const [key, value] = pair.namedChildren;
  const name = key?.text ?? '';
  return [/^\w+$/.test(name) ? name : String(readValue(key, sources)), readValue(value, sources)];
}

function nodesBelow(node: Node, type: string): Node[] {
  return node.namedChildren.filter((child) => child.type === type);
}

function fromUnique(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  if (new Set(entries.map(([name]) => name)).size < entries.length) throw new Error('a name stands twice');
  return Object.fromEntries(entries);
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A quoted template that has nothing to compute: `$${` and `%%{` stand for `${` and `%{`. */
function readTerraformString(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(/\\(?:u([0-9a-f]{4})|([nrt"\\])|(.))|([$%])\4\{|([$%]\{)/gs, (_, hex, letter, other, sign, opened) => {
      if (other !== undefined) throw new Error(`Terraform has no \\${other}`);
      if (opened !== undefined) throw new Error(`Terraform computes what is in ${literal}`);
      if (sign !== undefined) return `${sign}{`;
      return hex === undefined ? (named[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16));
    });
}

/** The lines without two blanks for each level, or with one at the end. */
export function misindented(text: string): string[] {
  let depth = 0;
  return text.split('\n').filter((line) => {
    const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replace(/#.*$/, '');
    const closing = /^\s*[\]}]/.test(bare) ? 1 : 0;
    const indent = line === '' ? '' : '  '.repeat(depth - closing);
    depth += bare.split(/[[{(]/).length - bare.split(/[\]})]/).length;
    return !line.startsWith(indent) || /^\s/.test(line.slice(indent.length)) || /\s$/.test(line);
  });
}
