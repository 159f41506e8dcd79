// A text as it reads once its escapes are undone, each part of which knows where it stands in the original.
import type { Span } from './finder.ts';

export interface View {
  readonly text: string;
  /** Whether each `+` has been read as a space, as forms write it. */
  readonly plusIsSpace: boolean;
  /** What a part of this text, not an empty one, is in the original: escapes are taken whole. */
  toOriginal(span: Span): Span;
}

/** The text itself, and what it reads as when up to `depth` kinds of escaping are undone, one after the other. */
export function viewsOf(text: string, depth = 2): View[] {
  const views = new Map<string, View>();
  let latest: readonly View[] = [{ text, plusIsSpace: false, toOriginal: (span) => span }];
  for (let level = 0; latest.length > 0; level++) {
    // Different ways to the same text find the same.
    for (const view of latest) views.set(view.text, view);
    if (level === depth) break;
    latest = latest.flatMap(undoEach).filter((view) => !views.has(view.text));
  }
  return [...views.values()];
}

/** The view without any white space, undefined where it has none. */
export function withoutSpace(view: View): View | undefined {
  return undo(view, { pattern: /\s+/g, read: () => '' });
}

function undoEach(view: View): View[] {
  return [undo(view, jsonEscape), undoForm(view), undo(view, htmlEscape)].filter((found) => found !== undefined);
}

function undoForm(view: View): View | undefined {
  const found = undo(view, percentEscape);
  if (!view.text.includes('+')) return found;
  const { text, toOriginal } = found ?? view;
  return { text: text.replaceAll('+', ' '), plusIsSpace: true, toOriginal };
}

interface Escape {
  /** Global. */
  readonly pattern: RegExp;
  /** What a match means; itself where it means nothing. */
  readonly read: (written: string) => string;
}

const jsonLetters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const jsonEscape: Escape = {
  pattern: /\\(?:u[0-9a-fA-F]{4}|["'\\/bfnrt])/g,
  read: (written) => {
    const letter = written.charAt(1);
    return written.length > 2
      ? String.fromCharCode(Number.parseInt(written.slice(2), 16))
      : (jsonLetters[letter] ?? letter);
  },
};

const percentEscape: Escape = {
  // One character, in as many bytes as UTF-8 gives it.
  pattern:
    /%(?:[0-7]|[cd][0-9a-f]%[89ab]|e[0-9a-f]%[89ab][0-9a-f]%[89ab]|f[0-7](?:%[89ab][0-9a-f]){2}%[89ab])[0-9a-f]/gi,
  read: (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  },
};

const htmlNames: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const htmlEscape: Escape = {
  pattern: /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);/g,
  read: (written) => {
    const name = written.slice(1, -1);
    if (!name.startsWith('#')) return htmlNames[name] ?? written;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  },
};

function undo(view: View, kind: Escape): View | undefined {
  const text = view.text.replaceAll(kind.pattern, kind.read);
  if (text.length === view.text.length) return undefined;
  // Few views have a find in them, and only those need to know where their characters come from.
  let places: readonly number[] | undefined;
  const toOriginal = ({ start, end }: Span) => {
    places ??= placesOf(view.text, kind);
    return view.toOriginal({ start: unitBefore(places, start).start, end: unitBefore(places, end - 1).end });
  };
  return { text, plusIsSpace: view.plusIsSpace, toOriginal };
}

/** For each escape: where its meaning begins and ends in the new text, and where it begins and ends in the old one. */
function placesOf(text: string, { pattern, read }: Escape): number[] {
  const places: number[] = [];
  let shift = 0;
  for (const { 0: written, index } of text.matchAll(pattern)) {
    const start = index - shift;
    shift += written.length - read(written).length;
    places.push(start, index + written.length - shift, index, index + written.length);
  }
  return places;
}

/** Where the character at `at` of the new text stands in the old one, or the escape that it comes from. */
function unitBefore(places: readonly number[], at: number): Span {
  let low = 0;
  let high = places.length / 4;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle * 4] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const [, meaningEnd = 0, start = 0, end = 0] = low === 0 ? [] : places.slice(low * 4 - 4, low * 4);
  if (at < meaningEnd) return { start, end };
  return { start: end + at - meaningEnd, end: end + at - meaningEnd + 1 };
}
