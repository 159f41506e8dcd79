// The page docs/performance.md, which shows the table of the last whole run.

const marked = /(<!-- bench -->).*(<!-- \/bench -->)/s;

/** The page with these lines between its markers. @throws where it has none */
export function withTable(markdown: string, lines: readonly string[]): string {
  if (!marked.test(markdown)) throw new Error('docs/performance.md has no <!-- bench --> … <!-- /bench -->.');
  return markdown.replace(marked, (_, before, after) => `${before}\n\n${lines.join('\n')}\n\n${after}`);
}
