// What is said of one value of a file, and what the file's value becomes by the first fix that replaces it.
import { certificates } from '../../server/src/certificates.ts';
import { createEngine, toPointer } from '../../server/src/engine/index.ts';
import { toText } from './cursor.ts';

const engine = createEngine({ certificates });

/** Each finding as `code [the part of the value that it is drawn on]`; in the value's place, whose pointer is given. */
export async function adviceOn(file: object, pointer: string) {
  const text = toText(JSON.stringify(file));
  const findings = (await engine.findings(text, { secretNames: ['STORED'] })).filter(
    ({ path }) => toPointer(path) === pointer,
  );
  const replacements = findings.flatMap(({ fixes }) =>
    fixes.flatMap((fix) => (fix.kind === 'replace' ? [fix.value] : [])),
  );
  return {
    said: findings.map(({ code, range }) => `${code} [${text.getText(range)}]`),
    codes: findings.map(({ code }) => code),
    messages: findings.map(({ message }) => message),
    replacements,
    fixed: replacements[0],
  };
}

/** A Kafka connection, valid but for what is given. */
export function kafka(parts: object): object {
  return {
    type: 'Kafka',
    bootstrapServers: 'broker.example.com:9092',
    authentication: { mechanism: 'PLAIN', username: 'u', password: '${secret:STORED}' },
    security: { protocol: 'SASL_SSL' },
    ...parts,
  };
}
