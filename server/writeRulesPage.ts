// Writes docs/rules.md, the page that every diagnostic links to, from the table of rules.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rule, rules } from './src/engine/findings/finding.ts';

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

function section(code: string, { severity, neverLowered, summary, why }: Rule): string {
  const level = severity.charAt(0).toUpperCase() + severity.slice(1) + (neverLowered ? ', never lowered' : '');
  return `## ${code}\n\n_${level}._ ${summary}\n\n${why}\n`;
}

if (import.meta.main) await writeFile(rulesPageFile, rulesPage());
