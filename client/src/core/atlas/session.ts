// A way to stay signed in: sends requests with what proves who sends them.
import type { HttpRequest, HttpResult } from './transport.ts';

export interface Session {
  /** Sends the request signed in. It is sent again only after a 401, which means that nothing was done. */
  send(request: HttpRequest): Promise<HttpResult>;
  /** What proves who sends; it may not be shown, not even where an answer repeats it. */
  secrets(): readonly string[];
  /** Gives up what was got for signing in; waits until `signal` aborts at the most. */
  end(signal: AbortSignal): Promise<void>;
}
