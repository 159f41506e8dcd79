// Findings as LSP diagnostics: the only place that makes one.
import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { toPointer } from '../../jsonPointer.ts';
import type { RefusedFinding } from '../connection/refusals/index.ts';
import type { Finding } from '../findings/finding.ts';
import type { Severity } from '../schema/rules.ts';

/** Diagnostics shown for one file; a binary file has tens of thousands of findings. */
const shownAtMost = 100;

const lspSeverity: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** One diagnostic per finding, in order of place; beyond a hundred only the severest, and one that says what is left out. */
export function toDiagnostics(findings: readonly Finding[]): Diagnostic[] {
  const severest = findings.toSorted((a, b) => lspSeverity[a.severity] - lspSeverity[b.severity]);
  const leftOut = new Set(severest.slice(shownAtMost));
  const shown = findings.filter((finding) => !leftOut.has(finding)).map(toDiagnostic);
  const [worst] = leftOut;
  return worst ? [...shown, toDiagnostic({ ...worst, message: leftOutMessage(worst.severity, [...leftOut]) })] : shown;
}

function leftOutMessage(worst: Severity, leftOut: readonly Finding[]): string {
  const all = leftOut.length;
  const count = leftOut.filter(({ severity }) => severity === worst).length;
  switch (worst) {
    case 'error':
      return all === 1
        ? l10n.t('One more error is not shown. Fix others to see it.')
        : l10n.t('{0} more findings are not shown. Errors among them: {1}. Fix others to see them.', all, count);
    case 'warning':
      return all === 1
        ? l10n.t('One more warning is not shown. Fix others to see it.')
        : l10n.t(
            '{0} more findings are not shown, none of them an error. Warnings among them: {1}. Fix others to see them.',
            all,
            count,
          );
    default:
      return all === 1
        ? l10n.t('One more finding is not shown, neither an error nor a warning. Fix others to see it.')
        : l10n.t('{0} more findings are not shown, none of them an error or a warning. Fix others to see them.', all);
  }
}

/** A finding of a rule, or one of Atlas. */
export function toDiagnostic(found: Finding | RefusedFinding): Diagnostic {
  const { code, severity, path, range, message } = found;
  const source = 'source' in found ? found.source : 'streamconn';
  return { range, severity: lspSeverity[severity], code, source, message, data: { pointer: toPointer(path) } };
}

/** What stands on the first line of a text whose checks have failed. */
export function uncheckable(text: TextDocument): Diagnostic {
  const firstLine = text.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: firstLine.trimEnd().length } },
    severity: DiagnosticSeverity.Error,
    code: 'internal-error',
    source: 'streamconn',
    message: uncheckableWords(),
  };
}

/** Why such a text cannot be sent. */
export function uncheckableWords(): string {
  return l10n.t('This file could not be checked: internal error. Please report what the log says.');
}
