// Work that a person waits for and may cancel.
import { l10n, ProgressLocation, window } from 'vscode';
import type { Call, Wait } from '../../core/atlas/retry.ts';
import { withoutLinks } from './say.ts';

/** Milliseconds without a word: what is done by then was not waited for, and a notification would outlast it. */
const moment = 1_000;

/**
 * Runs `work`. Where it takes longer than a moment, a notification tells so, which aborts the work's signal when it is
 * cancelled and counts each wait down. `retitle` changes what it says.
 */
export async function withProgress<T>(
  title: string,
  work: (call: Call, retitle: (title: string) => void) => Promise<T>,
): Promise<T> {
  let latest = title;
  const controller = new AbortController();
  const countdown = createCountdown();
  const retitle = (next: string) => {
    latest = next;
    countdown.tell();
  };
  const working = work({ signal: controller.signal, onWait: countdown.begin }, retitle).finally(countdown.end);
  if (await endsWithin(moment, working)) return working;
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true },
    async (progress, token) => {
      const listening = token.onCancellationRequested(() => controller.abort());
      // All of it is the message: VS Code would put a colon behind a title.
      countdown.show((wait) => progress.report({ message: withoutLinks(`${latest} ${wait}`.trim()) }));
      return working.finally(() => listening.dispose());
    },
  );
}

async function endsWithin(milliseconds: number, working: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  return Promise.race([working.then(() => true), isOver]).finally(() => clearTimeout(timer));
}

/** What is to be said of the latest wait, second by second, as soon as there is somebody to say it to. */
function createCountdown() {
  let timer: NodeJS.Timeout | undefined;
  let text = '';
  let until = 0;
  let tell = (_: string): void => undefined;
  const end = () => clearInterval(timer);
  return {
    end,
    begin: (wait: Wait) => {
      end();
      until = Date.now() + wait.milliseconds;
      const count = () => {
        const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
        text = seconds > 0 ? describeCountdown(wait, seconds) : l10n.t('Trying again.');
        tell(text);
        if (seconds === 0) end();
      };
      timer = setInterval(count, 1_000);
      count();
    },
    /** Says it again, unless the wait is over. */
    tell: () => {
      if (Date.now() >= until) text = '';
      tell(text);
    },
    show: (listener: (text: string) => void) => {
      tell = listener;
      tell(text);
    },
  };
}

function describeCountdown(wait: Wait, seconds: number): string {
  return `${describeWait(wait)} ${l10n.t('Trying again in {0} s.', seconds)}`;
}

/** Why a request waits, as a sentence. */
export function describeWait({ reason, rateLimit }: Wait): string {
  switch (reason) {
    case 'rate limit':
      return rateLimit
        ? l10n.t('Atlas’ rate limit is reached ({remaining} of {limit} requests left).', { ...rateLimit })
        : l10n.t('Atlas’ rate limit is reached.');
    case 'deploying':
      return l10n.t('Atlas is still setting the connection up.');
    case 'unavailable':
      return l10n.t('Atlas is not available just now.');
    case 'no connection':
      return l10n.t('Atlas cannot be reached just now.');
  }
}
