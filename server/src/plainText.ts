// Markdown and snippets as the text that a person reads and a file gets, for clients that take neither.

const mark =
  /(?<fence>`+)(?<code>.+?)(?<!`)\k<fence>(?!`)|\[(?<words>[^\]]*)\]\((?<target>[^)]*)\)|\*{1,2}(?<stressed>[^\s*`](?:[^*`]*[^\s*`])?)\*{1,2}/g;

/** The Markdown that the engine writes, without its marks; a link is its words and its address. */
export function withoutMarkdown(markdown: string): string {
  return markdown.replaceAll(mark, (...found) => {
    const { code, words, target, stressed }: Readonly<Record<string, string | undefined>> = found.at(-1);
    if (code !== undefined) return /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code;
    return words === undefined ? (stressed ?? '') : `${words}: ${target}`;
  });
}

const tabStop =
  /\\(?<escaped>[\\$}])|\$\d+|\$\{\d+\}|\$\{\d+\|(?<choice>(?:\\.|[^\\,|])*)[^|]*\|\}|(?<opening>\$\{\d+:)|\}/g;

/** What a snippet inserts while every tab stop keeps its default, of several choices the first. */
export function withoutTabStops(snippet: string): string {
  let open = 0;
  return snippet.replaceAll(tabStop, (...match) => {
    const { escaped, choice, opening }: Readonly<Record<string, string | undefined>> = match.at(-1);
    if (match[0] === '}' && open === 0) return match[0];
    if (match[0] === '}') open--;
    if (opening) open++;
    return escaped ?? choice?.replaceAll(/\\([,|\\])/g, '$1') ?? '';
  });
}
