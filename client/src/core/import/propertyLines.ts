// Reads the lines of a `.properties` file, as Java or as librdkafka's programs do.

export interface Property {
  readonly name: string;
  readonly value: string;
}

/** With `escapes`, a backslash means what it means to Java, also at the end of a line; without, it is a backslash. */
export function readProperties(text: string, { escapes }: { readonly escapes: boolean }): Property[] {
  const lines = wholeBlocks(text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/));
  return escapes ? logicalLines(lines).map(readJava) : lines.filter(isContent).flatMap(readPlain);
}

/** The names in a text, before it is known how the text is to be read. */
export function propertyNames(text: string): string[] {
  return Array.from(text.matchAll(/^[ \t\f\uFEFF]*([\w.-]+)[ \t\f]*[=:]/gm), ([, name = '']) => name);
}

/** PEM that runs over several lines is one value, though no client reads it so: people paste it. */
function wholeBlocks(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isOpen) whole.push(`${whole.pop()}\n${line.trim()}`);
    else whole.push(line);
    isOpen = isOpen ? !line.includes('-----END') : /-----BEGIN [A-Z0-9 ]+-----\s*$/.test(line);
  }
  return whole;
}

function isContent(line: string): boolean {
  return !/^\s*(?:$|[#!;[])/.test(line);
}

function readPlain(line: string): Property[] {
  const { name, value } = /^\s*(?<name>[^=:\s]+)\s*[=:](?<value>.*)$/s.exec(line)?.groups ?? {};
  return name === undefined || value === undefined ? [] : [{ name, value: value.trim() }];
}

function logicalLines(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let begun: string[] = [];
  for (const line of lines) {
    if (begun.length === 0 && /^[ \t\f]*(?:$|[#!])/.test(line)) continue;
    const part = line.replace(/^[ \t\f]+/, '');
    const goesOn = /(?:^|[^\\])(?:\\\\)*\\$/.test(part);
    begun.push(goesOn ? part.slice(0, -1) : part);
    if (goesOn) continue;
    whole.push(begun.join(''));
    begun = [];
  }
  return begun.length === 0 ? whole : [...whole, begun.join('')];
}

function readJava(line: string): Property {
  const [all = '', name = ''] = /^((?:[^\\=: \t\f]|\\.)*)[ \t\f]*[=:]?[ \t\f]*/s.exec(line) ?? [];
  return { name: unescaped(name), value: unescaped(line.slice(all.length)) };
}

const named: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, sign: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (named[sign] ?? sign),
  );
}
