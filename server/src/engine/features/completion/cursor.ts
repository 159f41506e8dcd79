// Where the cursor stands: at a key or at a value, at which path, and what an accepted item takes the place of.
import type { JsonPath } from '../../json/jsonPath.ts';
import { type Before, readBefore } from './containers.ts';
import { isClosed, isLiteral, type Token, tokensFrom } from './tokens.ts';

export interface Cursor {
  readonly kind: 'key' | 'value';
  /** That of the object whose key it is, or that of the value. */
  readonly path: JsonPath;
  readonly offset: number;
  /** What an accepted item replaces; empty where nothing is written yet. */
  readonly start: number;
  readonly end: number;
  /** Whether what is written there is a string with both of its quotes. */
  readonly isWhole: boolean;
  /** Where the comma is missing that parts it from what stands before. */
  readonly missingComma: number | undefined;
  /** What must follow it so that it is parted from what comes next. */
  readonly separator: '' | ',' | ', ';
  /** What parts it from a colon or comma that it would stick to. */
  readonly space: '' | ' ';
  /** Whether the key has its colon already. */
  readonly hasColon: boolean;
}

/** The cursor at `offset`, or undefined where neither a key nor a value fits: behind a finished one, in a comment. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const before = readBefore(text, offset);
  if (!before || !isOpen(before, offset)) return undefined;
  const { container, current, previousEnd } = before;
  const isWhole = current !== undefined && isClosed(text, current);
  const end = current ? replacedUntil(text, current, isWhole, offset) : offset;
  const next = nextTokens(text, end);
  const kind = container.isArray || container.expects === 'value' ? 'value' : 'key';
  if (kind === 'value' && !current && isValue(next)) return undefined;
  return {
    kind,
    path: pathTo(kind, before),
    offset,
    start: current?.start ?? offset,
    end,
    isWhole,
    missingComma: container.expects === 'comma' ? previousEnd : undefined,
    separator: separatorBefore(next[0], end),
    space: !current && /[:,]/.test(text.charAt(offset - 1)) ? ' ' : '',
    hasColon: kind === 'key' && next[0]?.kind === ':',
  };
}

/** Whether something can be written at the offset; right behind a finished value it could not be told from it. */
function isOpen({ containers, container, current, previousEnd }: Before, offset: number): boolean {
  if (container.expects === 'colon') return false;
  if (container.expects !== 'comma') return true;
  return containers.length > 1 && (current !== undefined || offset > previousEnd);
}

function pathTo(kind: Cursor['kind'], { containers, container }: Before): JsonPath {
  const outer = containers.slice(1, -1).map(({ key = '' }) => key);
  if (kind === 'key' || containers.length === 1) return outer;
  const { key = '', expects } = container;
  return [...outer, typeof key === 'number' && expects === 'comma' ? key + 1 : key];
}

/** The end of what is replaced: of a string without its closing quote only the word, since the rest is not part of it. */
function replacedUntil(text: string, { kind, end }: Token, isWhole: boolean, offset: number): number {
  if (kind !== '"' || isWhole) return end;
  return offset + (/^[\w.$-]*/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0);
}

function separatorBefore(next: Token | undefined, end: number): Cursor['separator'] {
  if (!next || /[,}\]:]/.test(next.kind)) return '';
  return next.start === end ? ', ' : ',';
}

function nextTokens(text: string, offset: number): Token[] {
  const next: Token[] = [];
  for (const token of tokensFrom(text, offset)) {
    if (token.kind !== '/') next.push(token);
    if (next.length === 2) break;
  }
  return next;
}

/** Whether a value follows, rather than the key of the next property. */
function isValue([first, second]: readonly Token[]): boolean {
  if (!first) return false;
  return first.kind === '{' || first.kind === '[' || (isLiteral(first) && second?.kind !== ':');
}
