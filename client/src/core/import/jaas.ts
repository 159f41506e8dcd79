// Reads a login of JAAS, as Java clients have it in one property.

export interface Login {
  /** The class, without its package. */
  readonly module: string;
  readonly options: ReadonlyMap<string, string>;
}

/** The first login in the text; undefined where it is none. */
export function readJaas(text: string): Login | undefined {
  const { module, options } =
    /^\s*(?:[\w$]+\.)*(?<module>[\w$]+)\s+(?:required|requisite|sufficient|optional)\b(?<options>.*)$/is.exec(text)
      ?.groups ?? {};
  if (module === undefined || options === undefined) return undefined;
  const found = new Map<string, string>();
  let at = 0;
  for (const match of options.matchAll(
    /\s*([\w.-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s;"']+))/gs,
  )) {
    if (match.index !== at) break;
    const [all, name = '', double, single, bare] = match;
    found.set(name, bare ?? unquote(double ?? single ?? ''));
    at += all.length;
  }
  return /^\s*(?:;|$)/.test(options.slice(at)) ? { module, options: found } : undefined;
}

const named: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unquote(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, sign: string) => named[sign] ?? sign);
}
