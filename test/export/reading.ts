// How the Command Prompt and PowerShell read what was quoted for them, by their documented rules; written apart from the quoting.

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

/** A string in single quotes, straight or typographic: two of them stand for one. */
export function readPowerShell(text: string): string {
  const quote = "['\u2018\u2019\u201a\u201b]";
  const inner = new RegExp(`^'((?:[^'\u2018\u2019\u201a\u201b]|${quote}{2})*)'$`, 's').exec(text)?.[1];
  if (inner === undefined) throw new Error(`PowerShell reads more than one string in ${text}`);
  return inner.replaceAll(new RegExp(`(${quote})${quote}`, 'g'), '$1');
}

/** A JSON text in a here-string with substitutions, the variables given. */
export function readHereString(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/`(.)|\$\{(\w+)\}|\$/gs, (_, letter?: string, name?: string) => {
    if (letter !== undefined) return letter;
    const value = name === undefined ? undefined : variables[name];
    if (value === undefined) throw new Error(`PowerShell looks up ${name ?? 'something'}`);
    return value;
  });
}
