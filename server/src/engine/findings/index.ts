// All findings of a file, in the order of the text.
import type { LanguageService } from 'vscode-json-languageservice';
import type { StreamConnDocument } from '../document.ts';
import { toPointer } from '../jsonPath.ts';
import type { Finding } from './finding.ts';
import { findBrokenRules } from './rules.ts';
import { findSyntaxErrors } from './syntax.ts';

/** Every finding of a file, sorted by place, each said once. */
export async function findAll(languageService: LanguageService, document: StreamConnDocument): Promise<Finding[]> {
  const findings = [...(await findSyntaxErrors(languageService, document)), ...findBrokenRules(document)];
  const distinct = new Map(findings.map((finding) => [identity(finding), finding]));
  return [...distinct.values()].sort(byPlace);
}

function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

function identity({ code, path, range, message }: Finding): string {
  return JSON.stringify([code, toPointer(path), range.start, message]);
}
