// The page on the rules: docs/rules.md, which VS Code shows, and dist/rules.html for other editors. `npm run docs` writes the former,
// and the codes into package.json, whose setting of severities is completed by them.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rule, rules } from './src/engine/schema/rules.ts';

export const rulesPageFile = join(import.meta.dirname, '../docs/rules.md');

const introduction = `# Rules

What the editor and \`streamconn check\` can say about a connection file. An error is what Atlas refuses, a warning what it
ignores or what is most likely wrong, a hint a better way. Each rule can be made more or less severe, or turned off, in the
settings of the editor and on the command line:

\`\`\`json
"streamconn.rules": { "name-characters": "off", "inline-secret": "error" }
\`\`\`

\`\`\`sh
streamconn check --rule name-characters=off --rule inline-secret=error connections/*.json
\`\`\`

Rules that are marked _never lowered_ can only be made more severe: a repository brings its own settings, and these rules warn
of secrets that leak and of requests that do not say what the file says.

<!-- Made from schemas/rules.json by \`npm run docs\`. -->
`;

/** The page as Markdown: one heading for each code, so that \`#code\` leads to it. */
export function rulesPage(): string {
  return [introduction, ...Object.entries(rules).map(([code, rule]) => section(code, rule))].join('\n');
}

function section(code: string, rule: Rule): string {
  return `## ${code}\n\n_${level(rule)}._ ${rule.summary}\n\n${rule.why}\n`;
}

/** The page as HTML, which a browser opens at the anchor of a code. */
export function rulesAsHtml(): string {
  const sections = Object.entries(rules).map(
    ([code, rule]) => `<section id="${code}">
<h2>${code}</h2>
<p><em>${level(rule)}.</em> ${escaped(rule.summary)}</p>
<p>${escaped(rule.why)}</p>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Rules of Stream Connections for MongoDB Atlas</title>
<style>
body { max-width: 45em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.5; color-scheme: light dark }
section { padding: 0 1em; border-left: 3px solid transparent }
:target { border-color: #00a35c }
</style>
<h1>Rules</h1>
<p>What the editor and the command line can report about a connection file. The setting <code>streamconn.rules</code>
makes a rule more or less severe; a rule that is <em>never lowered</em> can only be made more severe.</p>
${sections.join('\n')}
</html>
`;
}

function level({ severity, neverLowered }: Rule): string {
  return severity.charAt(0).toUpperCase() + severity.slice(1) + (neverLowered ? ', never lowered' : '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The manifest with the codes of all rules in the setting of severities. */
export function withCodes(manifest: string): string {
  const codes = Object.keys(rules).map((code) => `\n                ${JSON.stringify(code)}`);
  const listed = /(?<="streamconn\.rules": \{\s*"type": "object",\s*"propertyNames": \{\s*"enum": \[)[^\]]*/;
  return manifest.replace(listed, `${codes.join(',')}\n              `);
}

const manifestFile = join(import.meta.dirname, '../package.json');

if (import.meta.main) {
  await writeFile(rulesPageFile, rulesPage());
  await writeFile(manifestFile, withCodes(await readFile(manifestFile, 'utf8')));
}
