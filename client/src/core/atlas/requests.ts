// Runs one operation to its end: signed in, read, tried again where that is right, all pages of a list.

import { type JsonObject, toObject } from '../json.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { readAnswer } from './answer.ts';
import { mediaType, type Operation, pathOf, type Query } from './api.ts';
import type { Outcome } from './outcome.ts';
import { type Call, type RetryOptions, withRetries } from './retry.ts';
import type { Session } from './session.ts';

export interface Requests {
  /** The object that Atlas answers with; an empty answer is an empty object. */
  run(operation: Operation, call: Call, sent?: Sent): Promise<Outcome<JsonObject>>;
  /** Every item of a list, page after page, until as many have come as Atlas counts. */
  listAll(operation: Operation, call: Call): Promise<Outcome<readonly JsonObject[]>>;
  /** Every item of a list that has no pages: Atlas refuses parameters that it does not know. */
  listWhole(operation: Operation, call: Call): Promise<Outcome<readonly JsonObject[]>>;
}

export interface Sent {
  readonly body?: JsonObject;
  readonly query?: Query;
  /** Texts of the body that an answer must not show, should it repeat them. */
  readonly secrets?: readonly string[];
  /** Whether that can be Atlas' answer; what cannot is an answer from somebody else. */
  readonly fits?: (answer: JsonObject) => boolean;
}

/** The most that Atlas gives on one page. */
const pageSize = 500;

/** No project has so many things; a list that does not end is not from Atlas. */
const pagesAtMost = 100;

export function createRequests(session: Session, retryOptions: RetryOptions): Requests {
  async function run(
    operation: Operation,
    call: Call,
    { body, query = {}, secrets = [], fits = () => true }: Sent = {},
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
      const outcome: Outcome<JsonObject> =
        read.kind === 'ok' && !fits(read.value) ? { kind: 'unreachable', code: 'not-atlas', maybeDone: true } : read;
      return outcome.kind === 'unreachable' && method === 'GET' ? { ...outcome, maybeDone: false } : outcome;
    };
    return withRetries(method, call, attempt, retryOptions);
  }

  return {
    run,
    listAll: async (operation, call) => {
      const items: JsonObject[] = [];
      for (let pageNum = 1; pageNum <= pagesAtMost; pageNum++) {
        const page = await run(operation, call, { query: { itemsPerPage: pageSize, pageNum }, fits: isList });
        if (page.kind !== 'ok') return page;
        const found = itemsOf(page.value);
        for (const item of found) items.push(item);
        if (isLast(page.value, items.length)) return { kind: 'ok', value: items };
        if (found.length === 0) return { kind: 'unreachable', code: 'incomplete', maybeDone: false };
      }
      return { kind: 'unreachable', code: 'too-large', maybeDone: false };
    },
    listWhole: async (operation, call) => {
      const answer = await run(operation, call, { fits: isList });
      return answer.kind === 'ok' ? { kind: 'ok', value: itemsOf(answer.value) } : answer;
    },
  };
}

/** `count`: how many items have come, with those of this page. */
function isLast(page: JsonObject, count: number): boolean {
  const { totalCount } = page;
  return typeof totalCount === 'number' ? count >= totalCount : itemsOf(page).length < pageSize;
}

function isList({ results }: JsonObject): boolean {
  return Array.isArray(results) && results.every((item) => toObject(item) !== undefined);
}

/** Those of a list. */
function itemsOf({ results }: JsonObject): readonly JsonObject[] {
  return results as readonly JsonObject[];
}
