// The objects and arrays that the cursor is in, read from the text before it alone, so that it need not be valid JSON.
import { isClosed, isLiteral, type Token, tokensFrom } from './tokens.ts';

export interface Container {
  readonly isArray: boolean;
  /** The last key, or the position. */
  key: string | number | undefined;
  /** What comes next. */
  expects: 'key' | 'colon' | 'value' | 'comma';
}

export interface Before {
  /** From the outermost; the first one stands for the file. */
  readonly containers: readonly Container[];
  readonly container: Container;
  /** Where the last token before the cursor ends. */
  readonly previousEnd: number;
  /** The key or value that is being written. */
  readonly current: Token | undefined;
}

/** What stands before the offset, or undefined in a comment and right behind a finished string. */
export function readBefore(text: string, offset: number): Before | undefined {
  const file: Container = { isArray: false, key: undefined, expects: 'value' };
  const containers = [file];
  const container = () => containers.at(-1) ?? file;
  let previousEnd = 0;
  for (const token of tokensFrom(text, 0)) {
    if (token.start > offset) break;
    if (isTouched(token, offset, container())) {
      const isFinished = offset === token.end && isClosed(text, token);
      return isFinished ? undefined : { containers, container: container(), previousEnd, current: token };
    }
    if (isInside(text, token, offset)) return undefined;
    if (token.kind === '/' || token.start === offset) continue;
    take(containers, container(), text, token);
    previousEnd = token.end;
  }
  return { containers, container: container(), previousEnd, current: undefined };
}

/** Whether the token is a comment with the offset in it; behind a line comment counts, as the line is not over. */
function isInside(text: string, { kind, start, end }: Token, offset: number): boolean {
  return kind === '/' && offset > start && (offset < end || (offset === end && !text.slice(start, end).endsWith('*/')));
}

/** Whether the token is what is being written. Before a key, a new one can be begun; before a value, only it changed. */
function isTouched(token: Token, offset: number, { expects }: Container): boolean {
  return isLiteral(token) && offset <= token.end && (token.start < offset || expects === 'value');
}

/** Goes on behind a token. */
function take(containers: Container[], container: Container, text: string, token: Token): void {
  switch (token.kind) {
    case '{':
      containers.push({ isArray: false, key: undefined, expects: 'key' });
      break;
    case '[':
      containers.push({ isArray: true, key: 0, expects: 'value' });
      break;
    case '}':
    case ']':
      close(containers);
      break;
    case ',':
      if (typeof container.key === 'number') container.key++;
      container.expects = container.isArray ? 'value' : 'key';
      break;
    case ':':
      container.expects = 'value';
      break;
    default:
      takeLiteral(container, text.slice(token.start, token.end));
  }
}

function close(containers: Container[]): void {
  if (containers.length > 1) containers.pop();
  const outer = containers.at(-1);
  if (outer) outer.expects = 'comma';
}

function takeLiteral(container: Container, literal: string): void {
  if (container.isArray || container.expects === 'value') {
    container.expects = 'comma';
  } else {
    container.key = unquoted(literal);
    container.expects = 'colon';
  }
}

function unquoted(key: string): string {
  try {
    return String(JSON.parse(key));
  } catch {
    return key.replaceAll('"', '');
  }
}
