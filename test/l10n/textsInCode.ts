// The texts in a source file: those that it says in the person's language, and those that it does not.
import { parseAst } from 'vitest/node';

export interface TextInCode {
  /** With `…` for each value that a template puts in. */
  readonly text: string;
  /** The first argument of `l10n.t`, or its message. */
  readonly isTranslated: boolean;
  /** Code around it: the names of the functions that it is given to, and `new Error` and its like. */
  readonly within: readonly string[];
  /** Of a translated one, the places that are given values: numbers, or names; undefined where they cannot be told. */
  readonly given?: readonly string[] | undefined;
}

type Node = Readonly<Record<string, unknown>>;

/** Every string and template of the file but those of imports and types. */
export function textsInCode(source: string): TextInCode[] {
  return inside(parseAst(source, { lang: 'ts' }) as unknown as Node, [], false);
}

function inside(node: unknown, within: readonly string[], isTranslated: boolean): TextInCode[] {
  if (Array.isArray(node)) return node.flatMap((one) => inside(one, within, isTranslated));
  if (!isNode(node)) return [];
  const text = textOf(node);
  if (text !== undefined) return [{ text, isTranslated, within }, ...inside(node.expressions, within, false)];
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSLiteralType':
      return [];
    case 'CallExpression':
    case 'NewExpression': {
      const name = node.type === 'NewExpression' ? `new ${nameOf(node.callee)}` : nameOf(node.callee);
      const [first, ...others] = node.arguments as unknown[];
      const texts = inside(first, [...within, name], name === 'l10n.t');
      return [
        ...inside(node.callee, within, false),
        ...(name === 'l10n.t' ? texts.map((text) => ({ ...text, given: placesGiven(others) })) : texts),
        ...inside(others, [...within, name], false),
      ];
    }
    case 'Property':
      return [
        ...(node.computed ? inside(node.key, within, false) : []),
        ...inside(node.value, within, isTranslated && nameOf(node.key) === 'message'),
      ];
    default:
      return Object.values(node).flatMap((part) =>
        inside(part, within, isTranslated && node.type === 'ObjectExpression'),
      );
  }
}

function placesGiven(values: readonly unknown[]): string[] | undefined {
  const [first] = values;
  if (!isNode(first) || first.type !== 'ObjectExpression') {
    const isOpen = values.some((value) => isNode(value) && value.type === 'SpreadElement');
    return isOpen ? undefined : values.map((_, index) => String(index));
  }
  const properties = first.properties as readonly Node[];
  const isOpen = properties.some(({ type }) => type === 'SpreadElement');
  return isOpen ? undefined : properties.map(({ key }) => nameOf(key));
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as { readonly value: { readonly cooked: string } }[]).map((part) => part.value.cooked).join('…');
}

/** `a.b` of a member, `a` of an identifier; something empty of other expressions. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return typeof node.name === 'string' ? node.name : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
