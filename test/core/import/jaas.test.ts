// Logins of JAAS, with their quotes.
import { expect, test } from 'vitest';
import { readJaas } from '../../../client/src/core/import/jaas.ts';

const read = (text: string) => {
  const login = readJaas(text);
  return login && [login.module, Object.fromEntries(login.options)];
};
const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';

test.each<[string, string, Record<string, string>]>([
  ['double quotes', `${plain} required username="u" password="p";`, { username: 'u', password: 'p' }],
  ['single quotes', `${plain} required username='u' password='p';`, { username: 'u', password: 'p' }],
  ['no quotes', `${plain} required username=u password=p-1/x+y=;`, { username: 'u', password: 'p-1/x+y=' }],
  ['quotes in quotes', `${plain} required password="a\\"b\\\\c'd";`, { password: `a"b\\c'd` }],
  ['signs in quotes', `${plain} required password="a; b=c";`, { password: 'a; b=c' }],
  ['several lines', `${plain} required\n  username="u"\n  password="p";`, { username: 'u', password: 'p' }],
  ['no semicolon', `${plain} required username="u"`, { username: 'u' }],
  ['capitals', `${plain} REQUIRED username="u";`, { username: 'u' }],
  ['no options', `${plain} required;`, {}],
  ['more modules behind', `${plain} required username="u"; other.Module optional;`, { username: 'u' }],
])('%s', (_, text, options) => expect(read(text)).toEqual(['PlainLoginModule', options]));

test.each(['', 'nothing', `${plain} username="u";`, `${plain} required username="u`, `${plain} required username;`])(
  'no login: %s',
  (text) => expect(read(text)).toBeUndefined(),
);
