// Words for a run that has stopped before its end.

import * as l10n from '@vscode/l10n';
import type { Failure } from '../failure.ts';

/** Why no more was sent, with the next step, as one sentence; `failures`: those of the requests that were made. */
export function describeStop(failures: readonly Failure[], tenantName: string): string {
  const limits = failures.flatMap((failure) =>
    failure.kind === 'refused' && failure.error.status === 429 ? [failure.error] : [],
  );
  if (limits.length === 0) return l10n.t('Deploying to {0} has stopped, for no file would get through.', tenantName);
  const seconds = Math.ceil(Math.max(...limits.map(({ retryAfter = 0 }) => retryAfter)) / 1000);
  return seconds > 0
    ? l10n.t(
        'Deploying to {tenantName} has stopped, for Atlas allows no more requests for now: deploy again in {seconds} s.',
        {
          tenantName,
          seconds,
        },
      )
    : l10n.t(
        'Deploying to {0} has stopped, for Atlas allows no more requests for now: wait a minute, then deploy again.',
        tenantName,
      );
}
