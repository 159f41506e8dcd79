// package.json as VS Code reads it: with the English words of package.nls.json in their places.
import source from '../../package.json' with { type: 'json' };
import words from '../../package.nls.json' with { type: 'json' };

/** The manifest; a place whose words are missing keeps its `%key%`. */
export const manifest: typeof source = worded(source);

function worded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part) => {
    const key = typeof part === 'string' ? /^%(.+)%$/.exec(part)?.[1] : undefined;
    return key ? ((words as Readonly<Record<string, string>>)[key] ?? part) : part;
  });
}
