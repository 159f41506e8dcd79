// Writes client/l10n/bundle.l10n.json, all English words for those who translate them, and says what translations lack.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { l10nJsonFormat } from '@vscode/l10n-dev';
import { codeWords } from './codeWords.ts';
import { dataWords } from './dataWords.ts';
import { bundlesFolder, faultsIn, languages, readEnglish, readTranslation, sources } from './translations.ts';

/** Every word that is shown to a person, by key, in the order of the keys. */
export async function exportWords(): Promise<l10nJsonFormat> {
  const words = { ...Object.fromEntries(dataWords().map((text) => [text, text])), ...(await codeWords()) };
  return Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (import.meta.main) {
  const words = await exportWords();
  await writeFile(join(bundlesFolder, 'bundle.l10n.json'), `${JSON.stringify(words, null, 2)}\n`);
  for (const source of sources) {
    const english = readEnglish(source);
    const characters = Object.values(english).join('').length;
    say(`${source}: ${Object.keys(english).length} texts, ${characters} characters`);
    for (const language of languages) {
      const faults = faultsIn(english, readTranslation(source, language));
      say([`  ${language}: ${faults.length} faults`, ...faults].join('\n    '));
    }
  }
}
