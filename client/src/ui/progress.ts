// Work that a person waits for and may cancel.
import { ProgressLocation, window } from 'vscode';
import type { Call, Wait } from '../atlas/retry.ts';
import { withoutLinks } from './say.ts';

/** Shows a cancellable notification while `work` runs: cancelling aborts its signal, and each wait is counted down. */
export function withProgress<T>(title: string, work: (call: Call) => Promise<T>): Thenable<T> {
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true },
    async (progress, token) => {
      // All of it is the message: VS Code would put a colon behind a title.
      const tell = (addition: string) => progress.report({ message: withoutLinks(`${title}${addition}`) });
      tell('');
      const controller = new AbortController();
      const listening = token.onCancellationRequested(() => controller.abort());
      const countdown = createCountdown((message) => tell(` ${message}`));
      try {
        return await work({ signal: controller.signal, onWait: countdown.begin });
      } finally {
        countdown.end();
        listening.dispose();
      }
    },
  );
}

function createCountdown(report: (message: string) => void) {
  let timer: NodeJS.Timeout | undefined;
  const end = () => clearInterval(timer);
  return {
    end,
    begin: (wait: Wait) => {
      end();
      const until = Date.now() + wait.milliseconds;
      const tell = () => {
        const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
        report(seconds > 0 ? `${describeWait(wait)} Trying again in ${seconds} s.` : 'Trying again.');
        if (seconds === 0) end();
      };
      timer = setInterval(tell, 1_000);
      tell();
    },
  };
}

/** Why a request waits, as a sentence. */
export function describeWait({ reason, rateLimit }: Wait): string {
  switch (reason) {
    case 'rate limit':
      return rateLimit
        ? `Atlas’ rate limit is reached (${rateLimit.remaining} of ${rateLimit.limit} requests left).`
        : 'Atlas’ rate limit is reached.';
    case 'deploying':
      return 'Atlas is still setting the connection up.';
    case 'unavailable':
      return 'Atlas is not available just now.';
    case 'no connection':
      return 'Atlas cannot be reached just now.';
  }
}
