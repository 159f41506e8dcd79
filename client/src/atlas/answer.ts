// Reads what Atlas answered: JSON or not, in an envelope or not.
import type { AtlasApiError, JsonObject, Outcome } from './outcome.ts';
import type { Answered } from './transport.ts';

/** A JSON object from a success, or how it failed. With `enveloped`, status and content are read from inside. */
export function readAnswer(answer: Answered, { enveloped = false } = {}): Outcome<JsonObject> {
  const parsed = parseObject(answer.text);
  const { status, content } =
    enveloped && parsed ? unwrap(answer.status, parsed) : { status: answer.status, content: parsed };
  if (status >= 300 && status < 400) return { kind: 'unreachable', code: 'redirect', maybeDone: false };
  if (status >= 400) return { kind: 'refused', error: toError(answer, status, content ?? {}) };
  if (!content) return { kind: 'unreachable', code: 'not-json', maybeDone: true };
  return { kind: 'ok', value: content };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** Atlas puts the answer beside `status` in `content`; an answer that merely gained a `status` is taken as it is. */
function unwrap(httpStatus: number, parsed: JsonObject): { status: number; content: JsonObject } {
  const { status, ...rest } = parsed;
  const { content } = rest;
  const inner =
    typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as JsonObject) : rest;
  return { status: typeof status === 'number' ? status : httpStatus, content: inner };
}

function toError(answer: Answered, status: number, body: JsonObject): AtlasApiError {
  const { errorCode, reason, detail, parameters, badRequestDetail } = body;
  const seconds = Number(answer.headers['retry-after'] ?? Number.NaN);
  return {
    status,
    ...(typeof errorCode === 'string' ? { errorCode } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(Array.isArray(parameters) ? { parameters } : {}),
    ...(badRequestDetail ? { badRequestDetail } : {}),
    ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {}),
    body: answer.text,
  };
}
