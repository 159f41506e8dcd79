// How the Command Prompt, and a program behind it, read what was quoted for them, by their documented rules; written apart from
// the quoting. No parser of batch files can be had: one line is read here as cmd reads it, letter by letter, and the PowerShell
// inside of it by a parser. What cmd would act on, such as `&`, `|` or a variable between percent signs, is refused.

/**
 * The line as cmd hands it on: outside of quotation marks a caret makes the next letter plain. A letter that would end the
 * command, and a percent sign that may be the name of a variable, must not be left.
 */
export function readCmd(line: string): string {
  const name = /%([^%]+)%/.exec(line)?.[1];
  if (name !== undefined && !name.endsWith('^')) throw new Error(`cmd looks up the variable ${name}`);
  let inQuotes = false;
  let read = '';
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === '^' && !inQuotes) {
      read += line.charAt(++at);
      continue;
    }
    if (letter === '"') inQuotes = !inQuotes;
    else if (!inQuotes && /[&|<>()]/.test(letter)) throw new Error(`cmd acts on ${letter} at ${at} of ${line}`);
    read += letter;
  }
  return read;
}

/** The arguments of a Windows program: backslashes before a quotation mark stand for half as many, an odd one for the mark. */
export function readArguments(line: string): string[] {
  const words: string[] = [];
  let isNew = true;
  let inQuotes = false;
  const append = (text: string) => {
    if (isNew) words.push('');
    isNew = false;
    words[words.length - 1] += text;
  };
  for (const [token] of line.matchAll(/\\*"|[ \t]+|\\+|[^"\\ \t]+/g)) {
    const slashes = token.length - 1;
    if (token.endsWith('"')) {
      append('\\'.repeat(Math.floor(slashes / 2)) + (slashes % 2 === 1 ? '"' : ''));
      if (slashes % 2 === 0) inQuotes = !inQuotes;
    } else if (token.trim() === '' && !inQuotes) isNew = true;
    else append(token);
  }
  return words;
}
