// What a TextMate snippet inserts when every tab stop keeps its default.

export interface TabStop {
  readonly number: number;
  /** The values on offer; none where the tab stop is free text. */
  readonly choices: readonly string[];
}

export interface Expansion {
  readonly text: string;
  /** In the order of the text. */
  readonly tabStops: readonly TabStop[];
}

/** An escaped character, `$1`, `${1}`, `${1|a,b|}`, the beginning of `${1:`, or any other character. */
const token =
  /\\(?<escaped>[$}\\])|\$(?<bare>\d+)|\$\{(?<stop>\d+)(?:\}|\|(?<choices>(?:\\.|[^\\|])*)\|\}|(?<opened>:))|(?<other>[\s\S])/y;

/** Expands a snippet; `choose` picks from a list of choices, by default the first one, as an editor does. */
export function expandSnippet(
  snippet: string,
  choose: (choices: readonly string[]) => string | undefined = ([first]) => first,
): Expansion {
  const tabStops: TabStop[] = [];
  let offset = 0;
  const expand = (isInside: boolean): string => {
    let text = '';
    while (offset < snippet.length && !(isInside && snippet[offset] === '}')) {
      token.lastIndex = offset;
      const { escaped, bare, stop = bare, choices, opened, other } = token.exec(snippet)?.groups ?? {};
      offset = token.lastIndex;
      const listed = choices === undefined ? [] : toChoices(choices);
      if (stop !== undefined) tabStops.push({ number: Number(stop), choices: listed });
      text += escaped ?? other ?? choose(listed) ?? '';
      if (opened) {
        text += expand(true);
        offset++;
      }
    }
    return text;
  };
  return { text: expand(false), tabStops };
}

function toChoices(list: string): string[] {
  return [...list.matchAll(/(?:\\.|[^\\,])+/g)].map(([choice]) => choice.replaceAll(/\\([,|\\])/g, '$1'));
}
