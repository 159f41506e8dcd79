// A log that nobody reads.
import type { ExchangeLog } from '../../client/src/editor/window/exchangeLog.ts';

const nothing = () => undefined;

export const silentLog: ExchangeLog = {
  exchange: nothing,
  bug: nothing,
  refused: nothing,
  conceal: nothing,
  show: nothing,
  dispose: nothing,
};
