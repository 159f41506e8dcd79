// Which secrets a connection file names, found in its text, whether that is JSON yet or not.
import { nameForms, readPlaceholder } from '../../../../server/src/placeholder.ts';

/** Each name once, in the order of the text. */
export function secretNamesIn(text: string): string[] {
  const literals = text.matchAll(/"(?:[^"\\\r\n]|\\.)*"/g);
  const sources = Array.from(literals, ([literal]) => readPlaceholder(read(literal)));
  return [
    ...new Set(sources.flatMap((one) => (one?.kind === 'secret' && nameForms.secret.test(one.name) ? one.name : []))),
  ];
}

function read(literal: string): string {
  try {
    return JSON.parse(literal);
  } catch {
    return '';
  }
}
