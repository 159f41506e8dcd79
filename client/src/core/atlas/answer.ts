// Reads what Atlas answered: JSON or not, in an envelope or not.
import type { AtlasApiError, BadField, RateLimit } from '../failure.ts';
import { type JsonObject, toObject } from '../json.ts';
import type { Outcome } from './outcome.ts';
import type { Answered } from './transport.ts';

export interface ReadOptions {
  /** Whether status and content are to be read from inside. */
  readonly enveloped?: boolean;
  /** Masks what an answer may repeat of the secrets that were sent: every text in it passes through here. */
  readonly redact?: (text: string) => string;
}

/** A JSON object from a success, or how it failed. */
export function readAnswer(
  answer: Answered,
  { enveloped = false, redact = (text) => text }: ReadOptions = {},
): Outcome<JsonObject> {
  const parsed = parseAnswer(answer.text, redact);
  const { status, content } =
    enveloped && parsed ? unwrap(answer.status, parsed) : { status: answer.status, content: parsed };
  if (status >= 300 && status < 400) return { kind: 'unreachable', code: 'redirect', maybeDone: false };
  if (status >= 400) {
    return { kind: 'refused', error: { ...toError(answer, status, content ?? {}), body: redact(answer.text) } };
  }
  if (!content && answer.text !== '') return { kind: 'unreachable', code: 'not-json', maybeDone: true };
  return { kind: 'ok', value: content ?? {} };
}

/** A bare list becomes that of a page. A text that is nested too deeply for `JSON.parse` is no object either. */
function parseAnswer(text: string, redact: (text: string) => string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text, (_, item) => redactOne(item, redact));
    return Array.isArray(value) ? { results: value, totalCount: value.length } : toObject(value);
  } catch {
    return undefined;
  }
}

function redactOne(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  const object = toObject(value);
  return object ? Object.fromEntries(Object.entries(object).map(([key, item]) => [redact(key), item])) : value;
}

/** Atlas puts the answer beside `status` in `content`; an answer that merely gained a `status` is taken as it is. */
function unwrap(httpStatus: number, parsed: JsonObject): { status: number; content: JsonObject } {
  const { status, ...rest } = parsed;
  return { status: typeof status === 'number' ? status : httpStatus, content: toObject(rest.content) ?? rest };
}

function toError(answer: Answered, status: number, body: JsonObject): Omit<AtlasApiError, 'body'> {
  const { error, errorCode, reason, detail, parameters } = body;
  const fields = toFields(toObject(body.badRequestDetail)?.fields);
  // By the clock of who says so, where that is told.
  const now = Date.parse(String(answer.headers.date)) || Date.now();
  const retryAfter = readRetryAfter(answer.headers['retry-after'], now);
  const rateLimit = readRateLimit(answer);
  return {
    status,
    ...(typeof error === 'number' ? { error } : {}),
    ...(typeof errorCode === 'string' ? { errorCode } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(Array.isArray(parameters) ? { parameters } : {}),
    ...(fields.length > 0 ? { badRequestDetail: { fields } } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(rateLimit ? { rateLimit } : {}),
  };
}

function toFields(value: unknown): BadField[] {
  return (Array.isArray(value) ? value : []).flatMap((item) => {
    const { field, description } = toObject(item) ?? {};
    if (typeof field !== 'string') return [];
    return [{ field, description: typeof description === 'string' ? description : '' }];
  });
}

/** Milliseconds from `now` that a `Retry-After` header asks for, in seconds or as a date (RFC 9110 section 10.2.3). */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | undefined {
  if (typeof header !== 'string') return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // A date has letters in it; numbers such as -1 or 1.5 would otherwise be read as years.
  const date = /^[A-Za-z]{3}/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The `errorCode` of a refusal; only what has the form of one, because the rest of an answer may repeat secrets. */
export function readErrorCode({ status, text }: Answered): string | undefined {
  return status < 400 ? undefined : /"errorCode"\s*:\s*"([A-Z][A-Z0-9_]{2,79})"/.exec(text)?.[1];
}

/** What the headers say of the rate limit; undefined where they do not. */
export function readRateLimit({ headers }: Answered): RateLimit | undefined {
  const [limit, remaining] = [headers['ratelimit-limit'], headers['ratelimit-remaining']].map((text) =>
    typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined,
  );
  return limit === undefined || remaining === undefined ? undefined : { limit, remaining };
}
