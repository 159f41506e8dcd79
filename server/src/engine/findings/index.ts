// All findings of a file, in the order of the text.
import { toPointer } from '../../jsonPointer.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { perDocument } from '../json/perDocument.ts';
import type { Surroundings } from './advice/advice.ts';
import { findAdvice } from './advice/index.ts';
import { findBrokenRules } from './brokenRules.ts';
import type { Finding } from './finding.ts';
import { findSyntaxErrors } from './syntax.ts';

/** Every finding of a file, as severe as its rule is, sorted by place, each said once. */
export function findAll(document: StreamConnDocument, surroundings: Surroundings): readonly Finding[] {
  const last = lastAnswer(document);
  const { secretNames, certificates, now = Date.now() } = surroundings;
  // Certificates expire, but not from one question to the next.
  const asked = [secretNames, certificates, Math.floor(now / 60_000)];
  if (asked.some((one, index) => one !== last.asked[index])) {
    last.asked = asked;
    last.findings = find(document, surroundings);
  }
  return last.findings;
}

interface Answer {
  asked: readonly unknown[];
  findings: readonly Finding[];
}

/** Diagnostics, fixes and sending ask for the same, one after the other. */
const lastAnswer = perDocument((): Answer => ({ asked: [], findings: [] }));

function find(document: StreamConnDocument, surroundings: Surroundings): readonly Finding[] {
  const syntax = findSyntaxErrors(document);
  const findings = [...syntax, ...(isReadable(syntax) ? findBeyondSyntax(document, surroundings) : [])];
  if (findings.length === 0) return findings;
  const distinct = new Map(findings.map((finding) => [identity(finding), finding]));
  return [...distinct.values()].sort(byPlace);
}

/** Behind a string that is broken off, keys and values have changed places, and nothing that is said of them is right. */
function isReadable(syntax: readonly Finding[]): boolean {
  return !syntax.some(({ code }) => code === 'line-break-in-string');
}

function findBeyondSyntax(document: StreamConnDocument, surroundings: Surroundings): Finding[] {
  return [...findBrokenRules(document), ...findAdvice(document, surroundings)];
}

function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}

function identity({ code, path, range, message }: Finding): string {
  return JSON.stringify([code, toPointer(path), range.start, message]);
}
