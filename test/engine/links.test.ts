// The links of a file: what is underlined, and where it leads.
import { expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { toText } from '../support/cursor.ts';

const engine = createEngine();

function linksIn(content: string): string[] {
  const text = toText(content);
  return engine.links(text).map(({ range, target }) => `${text.getText(range)} → ${target}`);
}

test.each(connectionTypeNames)('the type %s leads to its page', (type) => {
  const page = 'https://www.mongodb.com/docs/atlas/atlas-stream-processing/';
  expect(linksIn(`{ "type": "${type}" }`)).toEqual([expect.stringContaining(`${type} → ${page}`)]);
});

test.each([
  ['{ "type": "Kafkaa" }', []],
  ['{ "url": "https://a.example.com/x" }', ['https://a.example.com/x → https://a.example.com/x']],
  ['{ "urls": ["http://a.example.com", "x"] }', ['http://a.example.com → http://a.example.com']],
  ['{ "url": "https://user:pass@a.example.com/x" }', []],
  ['{ "url": "see https://a.example.com" }', []],
  ['{ "url": "command:evil" }', []],
  ['', []],
  ['[', []],
])('in %s: %j', (content, links) => {
  expect(linksIn(content)).toEqual(links);
});

test('a secret is no link, nor is an address with one in it', () => {
  const files = [
    '{ "type": "Https", "headers": { "X-Auth": "https://a.example.com" } }',
    '{ "type": "Https", "url": "https://a.example.com/?code=hunter2" }',
    '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "https://a.example.com" } }',
  ];
  for (const content of files) expect(linksIn(content).join()).not.toContain('a.example.com');
});
