// The pages of a list.
import type { Reply } from '../reply.ts';
import type { Json } from '../state.ts';

/** The page that the query asks for: `itemsPerPage` up to 500, `pageNum` from 1, `includeCount`. */
export function list<T>(all: readonly T[], query: URLSearchParams, show: (item: T) => Json): Reply {
  const size = Math.min(positive(query.get('itemsPerPage')) ?? 100, 500);
  const from = ((positive(query.get('pageNum')) ?? 1) - 1) * size;
  const results = all.slice(from, from + size).map(show);
  const count = query.get('includeCount') === 'false' ? {} : { totalCount: all.length };
  return { status: 200, body: { links: [], results, ...count } };
}

function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
