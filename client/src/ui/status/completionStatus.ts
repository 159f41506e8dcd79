// A line of the language status where Atlas does not tell what it could complete: nobody who types is interrupted for that.
import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages } from 'vscode';
import type { Failure } from '../../atlas/outcome.ts';

export interface CompletionStatus extends Disposable {
  /** Says why there is nothing, until something comes. Without a failure, the credential is not there. */
  failed(failure?: Failure): void;
  worked(): void;
}

export function createCompletionStatus(): CompletionStatus {
  let item: LanguageStatusItem | undefined;
  const worked = () => {
    item?.dispose();
    item = undefined;
  };
  return {
    failed: (failure) => {
      item ??= languages.createLanguageStatusItem('streamconn.completion', { language: 'streamconn' });
      item.name = l10n.t('Completion from Atlas');
      item.text = l10n.t('No names from Atlas');
      item.detail = failure ? describe(failure) : l10n.t('The credential cannot be used');
      item.severity = LanguageStatusSeverity.Warning;
      item.command = { title: l10n.t('Test'), command: 'streamconn.testCredential' };
    },
    worked,
    dispose: worked,
  };
}

/** There is room for a few words; the test of the credential has more. */
function describe(failure: Failure): string {
  switch (failure.kind) {
    case 'notSignedIn':
      return l10n.t('Atlas refuses the credential');
    case 'refused':
      return failure.error.status === 401 || failure.error.status === 403
        ? l10n.t('Atlas refuses the credential')
        : l10n.t('Atlas answered with status {0}', failure.error.status);
    case 'unreachable':
      return l10n.t('Atlas cannot be reached');
    case 'unusableName':
    case 'cancelled':
      return l10n.t('Atlas was not asked');
  }
}
