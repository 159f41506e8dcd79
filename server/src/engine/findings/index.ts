// All findings of a file, in the order of the text.
import { toPointer } from '../../jsonPointer.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { perDocument } from '../json/perDocument.ts';
import type { Surroundings } from './advice/advice.ts';
import { findAdvice } from './advice/index.ts';
import { findBrokenRules } from './brokenRules.ts';
import { createCleanCheck } from './cleanCheck.ts';
import type { Finding } from './finding.ts';
import { findSyntaxErrors } from './syntax.ts';

/** Every finding of a file, as severe as its rule is, sorted by place, each said once. */
export function findAll(document: StreamConnDocument, surroundings: Surroundings): readonly Finding[] {
  const last = lastAnswer(document);
  const asked = whatIsAsked(surroundings);
  if (isOther(asked, last.asked)) {
    last.asked = asked;
    last.findings = find(document, surroundings);
  }
  return last.findings;
}

/** Tells of a text whether `findAll` would surely find nothing, without its tree; a "no" is only a doubt. */
export function createCleanChecks(): (text: string, surroundings: Surroundings) => boolean {
  let last: readonly unknown[] = [];
  let isClean: (text: string) => boolean = () => false;
  return (text, surroundings) => {
    const asked = whatIsAsked(surroundings);
    if (isOther(asked, last)) isClean = createCleanCheck(surroundings);
    last = asked;
    return isClean(text);
  };
}

/** Certificates expire, but not from one question to the next. */
function whatIsAsked({ secretNames, certificates, now = Date.now() }: Surroundings): readonly unknown[] {
  return [secretNames, certificates, Math.floor(now / 60_000)];
}

function isOther(asked: readonly unknown[], last: readonly unknown[]): boolean {
  return asked.some((one, index) => last.length === 0 || one !== last[index]);
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
