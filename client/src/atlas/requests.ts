// Runs one operation to its end: signed in, read, tried again where that is right, all pages of a list.

import { createRedactor } from '../redaction/redactor.ts';
import { readAnswer, toObject } from './answer.ts';
import { mediaType, type Operation, pathOf, type Query } from './api.ts';
import type { JsonObject, Outcome } from './outcome.ts';
import { type Call, type RetryOptions, withRetries } from './retry.ts';
import type { Session } from './session.ts';

export interface Requests {
  /** The object that Atlas answers with; an empty answer is an empty object. */
  run(operation: Operation, call: Call, sent?: Sent): Promise<Outcome<JsonObject>>;
  /** Every item of a list, page after page, until as many have come as Atlas counts. */
  listAll(operation: Operation, call: Call): Promise<Outcome<readonly JsonObject[]>>;
}

export interface Sent {
  readonly body?: JsonObject;
  readonly query?: Query;
  /** Texts of the body that an answer must not show, should it repeat them. */
  readonly secrets?: readonly string[];
}

/** The most that Atlas gives on one page. */
const pageSize = 500;

/** No project has so many things; a list that does not end is not from Atlas. */
const pagesAtMost = 100;

export function createRequests(session: Session, retryOptions: RetryOptions): Requests {
  async function run(
    operation: Operation,
    call: Call,
    { body, query = {}, secrets = [] }: Sent = {},
  ): Promise<Outcome<JsonObject>> {
    const place = pathOf(operation, query);
    if ('unusable' in place) return { kind: 'unusableName', name: place.unusable };
    const { method } = operation;
    const accept = { accept: mediaType(operation) };
    const content = body
      ? { body: JSON.stringify(body), headers: { ...accept, 'content-type': 'application/json' } }
      : { headers: accept };
    const attempt = async (): Promise<Outcome<JsonObject>> => {
      const result = await session.send({ method, path: place.path, ...content, signal: call.signal });
      if (result.kind !== 'answered') return result;
      const redact = createRedactor([...session.secrets(), ...secrets]);
      const read = readAnswer(result, { enveloped: query.envelope === true, redact });
      return read.kind === 'unreachable' && method === 'GET' ? { ...read, maybeDone: false } : read;
    };
    return withRetries(method, call, attempt, retryOptions);
  }

  return {
    run,
    listAll: async (operation, call) => {
      const items: JsonObject[] = [];
      for (let pageNum = 1; pageNum <= pagesAtMost; pageNum++) {
        const page = await run(operation, call, { query: { itemsPerPage: pageSize, pageNum } });
        if (page.kind !== 'ok') return page;
        const { results, totalCount } = page.value;
        const found = (Array.isArray(results) ? results : []).flatMap((item): JsonObject[] => {
          const object = toObject(item);
          return object ? [object] : [];
        });
        items.push(...found);
        const complete = typeof totalCount === 'number' ? items.length >= totalCount : found.length < pageSize;
        if (found.length === 0 || complete) return { kind: 'ok', value: items };
      }
      return { kind: 'unreachable', code: 'too-large', maybeDone: false };
    },
  };
}
