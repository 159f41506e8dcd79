// Connections full of text that languages and shells stumble over, the same ones each time.
import { createRandom, type Random } from '../../support/random.ts';

/** Text of the kind that JSON, here-documents, string literals and shells write differently. */
const pieces = [
  ...` \t\n\r"'\\\`$!%^&|<>(){}[]#\b\f\u0001\u001f\u007f`,
  ...['BODY', '\nBODY\n', '"@', '\n"@\n', "'@", "\n'@\n", '$(id)', '`id`', '${json1}', '$json1', '$env:PATH'],
  ...['${x}', '%{if}', '$${', '%%{', '$$$', 'EOT', '//', '/*', '\\n', '\\\\', '\\u0041', '\\"', '\\u{41}'],
  ...['ü', '😀', '‘', '“', '\u2028', '\ufeff', '.', '\\'],
];

export function anyText(random: Random): string {
  return Array.from({ length: random.below(9) }, () => random.pick(pieces)).join('');
}

/** A connection whose keys and values are such text, and for each variable it names a value. */
export function odd(seed: number) {
  const random = createRandom(seed);
  const variables: Record<string, string> = {};
  const value = (depth: number): unknown => {
    const kinds = [anyText, anyText, variable, number, () => null, () => true, () => [value(0)], () => object(depth)];
    return random.pick(depth > 0 ? kinds : kinds.slice(0, 6))(random);
  };
  const number = () => random.pick([1.5, -0.25, 0, -7, 1.5e21, 2 ** 63, 123_456_789_012, 1.5e-7]);
  const variable = () => {
    const name = `V${random.below(6)}`;
    // No variable of the environment has NUL in it, and the empty one is refused.
    variables[name] ??= `${anyText(random)}${random.pick(['x', 'x\n', 'x\n\n'])}`;
    return `\${env:${name}}`;
  };
  const object = (depth: number): unknown =>
    Object.fromEntries(Array.from({ length: random.below(5) }, () => [`k${anyText(random)}`, value(depth - 1)]));
  const content = { type: 'Sample', name: anyText(random), a: variable(), b: object(3), c: value(3) };
  return { content, variables, filled: fill(content, variables) };
}

function fill(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  return JSON.parse(JSON.stringify(value), (_, item) => {
    const name = typeof item === 'string' ? /^\$\{env:(\w+)\}$/.exec(item)?.[1] : undefined;
    return name === undefined ? item : variables[name];
  });
}
