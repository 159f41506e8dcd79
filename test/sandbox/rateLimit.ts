// Counts requests as Atlas does: a bucket of tokens that fills again as time goes by.

export interface RateLimit {
  /** Requests that may come at once. */
  readonly capacity?: number;
  /** How many more may come after `seconds`. */
  readonly refill?: number;
  readonly seconds?: number;
}

export interface Bucket {
  /** Takes one token, if there is one. */
  take(): { readonly allowed: boolean; readonly limit: Required<RateLimit>; readonly remaining: number };
  /** Whole seconds until the next token. */
  wait(): number;
}

/** A full bucket: 1200 requests, 500 more each minute, unless said otherwise; `now` gives milliseconds. */
export function createBucket(
  { capacity = 1200, refill = 500, seconds = 60 }: RateLimit = {},
  now: () => number = Date.now,
): Bucket {
  const perMillisecond = refill / seconds / 1000;
  let tokens = capacity;
  let filledAt = now();
  const fill = () => {
    tokens = Math.min(capacity, tokens + (now() - filledAt) * perMillisecond);
    filledAt = now();
  };
  return {
    take: () => {
      fill();
      const allowed = tokens >= 1;
      if (allowed) tokens -= 1;
      return { allowed, limit: { capacity, refill, seconds }, remaining: Math.floor(tokens) };
    },
    wait: () => {
      fill();
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000);
    },
  };
}
