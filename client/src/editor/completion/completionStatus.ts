// A line of the language status where Atlas does not tell what it could complete: nobody who types is interrupted for that.

import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages } from 'vscode';
import type { Failure } from '../../core/failure.ts';
import type { TargetStore } from '../target/targetStore.ts';

/** Says why there is nothing, until something comes or the target changes. Without a failure, the credential is not there. */
export type Failed = (failure?: Failure) => void;

export interface CompletionStatus extends Disposable {
  /** To be called before Atlas is asked. A failure of that has no word where there is another target by then. */
  begin(): Failed;
  worked(): void;
}

export function createCompletionStatus(targets: Pick<TargetStore, 'onDidChange'>): CompletionStatus {
  let item: LanguageStatusItem | undefined;
  const worked = () => {
    item?.dispose();
    item = undefined;
  };
  let targetsSeen = 0;
  const forget = () => {
    targetsSeen++;
    worked();
  };
  const parts = Disposable.from(targets.onDidChange(forget), { dispose: worked });
  const failed: Failed = (failure) => {
    item ??= languages.createLanguageStatusItem('streamconn.completion', { language: 'streamconn' });
    item.name = l10n.t('Completion from Atlas');
    item.text = l10n.t('No names from Atlas');
    item.detail = failure ? describe(failure) : l10n.t('The credential cannot be used');
    const isWrong = !failure || !isOfRole(failure);
    item.severity = isWrong ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command = isWrong ? { title: l10n.t('Test'), command: 'streamconn.testCredential' } : undefined;
  };
  return {
    begin: () => {
      const own = targetsSeen;
      return (failure) => {
        if (own === targetsSeen) failed(failure);
      };
    },
    worked,
    dispose: () => parts.dispose(),
  };
}

/** A credential that is good for connections need not be allowed to list all that they can name. */
function isOfRole(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.error.status === 403;
}

/** There is room for a few words; the test of the credential has more. */
function describe(failure: Failure): string {
  switch (failure.kind) {
    case 'notSignedIn':
      return l10n.t('Atlas refuses the credential');
    case 'refused':
      if (isOfRole(failure)) return l10n.t('The credential may not list these in this project');
      return failure.error.status === 401
        ? l10n.t('Atlas refuses the credential')
        : l10n.t('Atlas answered with status {0}', failure.error.status);
    case 'unreachable':
      return l10n.t('Atlas cannot be reached');
    case 'unusableName':
    case 'unavailable':
    case 'cancelled':
      return l10n.t('Atlas was not asked');
  }
}
