// Where a refusal of Atlas is said that has words only: at the names in them, or else in the first line; hostile ones, too.
import { describe, expect, test } from 'vitest';
import { detail, https, kafka, lambda, registry } from '../support/refusals.ts';
import { placesOf, saidOf } from '../support/refused.ts';

describe('names in what Atlas says', () => {
  test.each([
    [
      'a name, at the end of a sentence',
      'Cannot resolve bootstrapServers.',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    ['the longest of names inside each other', 'Wrong security.protocol here', ['/security/protocol ["SASL_SSL"]']],
    ['a key with dots', 'Unknown auto.offset.reset', ['/config/auto.offset.reset ["earliest"]']],
    ['a header', 'Header X-Api-Key is malformed', ['/headers/X-Api-Key ["${secret:K}"]'], https],
    [
      'a name behind other words',
      'Invalid KafkaConnection.bootstrapServers',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    ['a word in quotes', 'The "name" of this type is taken', ['/name ["orders"]']],
    ['an ordinary word, the first', 'The mechanism needs a username', ['/authentication/mechanism ["SCRAM-256"]']],
    [
      'what is surely meant before an ordinary word',
      'This type needs bootstrapServers',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    [
      'two that are surely meant',
      'bootstrapServers do not answer at security.protocol',
      ['/bootstrapServers ["broker.example.com:9092"]', '/security/protocol ["SASL_SSL"]'],
    ],
    [
      'not the object around it',
      'In "authentication" the "mechanism" is unknown',
      ['/authentication/mechanism ["SCRAM-256"]'],
    ],
    [
      'what is there, not what could be',
      'Invalid roleArn',
      ['/aws/roleArn ["arn:aws:iam::123456789012:role/x"]'],
      lambda,
    ],
    ['the outermost of the same name', 'Invalid "type"', ['/type ["SchemaRegistry"]'], registry],
    [
      'the same name twice',
      'bootstrapServers: bad bootstrapServers',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    ['parts of words are no names', 'Renamed untyped, names-paces, configuration', [' [{]']],
    ['other capitals are no names', 'Name, BOOTSTRAPSERVERS', [' [{]']],
    ['what only Atlas writes is not missing', 'The state is invalid', [' [{]']],
  ])('%s', async (_, text, places, file: object = kafka) => {
    expect(await placesOf({ file, refusal: { errorCode: 'NEW', ...detail(text) } })).toEqual(places);
  });
});

describe('otherwise the first line', () => {
  test.each([
    ['an unknown code', { errorCode: 'NEVER_SEEN', detail: 'Nope' }, 'NEVER_SEEN  [{] Nope.'],
    ['no code', { detail: 'Nope!' }, '400  [{] Nope!'],
    ['only a reason', { reason: 'Bad Request' }, '400  [{] Atlas refused it with 400: Bad Request.'],
    ['nothing', {}, '400  [{] Atlas refused it with 400.'],
    [
      'a fault of Atlas',
      { status: 500, errorCode: 'UNEXPECTED_ERROR', detail: 'Unexpected error.' },
      'UNEXPECTED_ERROR  [{] Unexpected error.',
    ],
    [
      'a code that is a word of ours',
      { errorCode: '__proto__', detail: 'constructor toString' },
      '__proto__  [{] constructor toString.',
    ],
  ])('%s', async (_, refusal, said) => {
    expect(await saidOf({ file: kafka, refusal })).toEqual([said]);
  });

  test.each([
    ['{ "type": "Sample", "name": "s" }', '{ "type": "Sample", "name": "s" }'],
    ['\n\n  { "type": "Sample",\r\n "name": "s" }', '{ "type": "Sample",'],
    ['{"type":"Sample",\r"name":"s"}', '{"type":"Sample",'],
  ])('of %j it is %j', async (now, line) => {
    expect(await saidOf({ file: { type: 'Sample', name: 's' }, refusal: {}, now })).toEqual([
      `400  [${line}] Atlas refused it with 400.`,
    ]);
  });
});

describe('hostile words', () => {
  test('a megabyte is read in time, and a line of it is shown', async () => {
    for (const unit of ['x', 'name ', '"', '"name', 'a.b.', '[', '\n', '\u202e', '😀', '\ud800']) {
      const text = unit.repeat(1_000_000 / unit.length);
      const fields = [{ field: text, description: text }];
      const refusal = { errorCode: text, reason: text, detail: text, parameters: [text] };
      for (const given of [refusal, { ...refusal, fields }]) {
        const [said = ''] = await saidOf({ file: kafka, refusal: given });
        expect(said.length).toBeLessThan(700);
        expect(said.isWellFormed()).toBe(true);
      }
    }
  });

  test('line breaks, control and direction characters become spaces; Markdown stays what it is', async () => {
    const text = 'a\r\nb\u0000c\u001b[31md\u202ee\u2028f **g** [h](command:evil) <b>';
    expect(await saidOf({ file: kafka, refusal: { errorCode: 'A\nB', detail: text } })).toEqual([
      'A B  [{] a b c [31md e f **g** [h](command:evil) <b>.',
    ]);
  });

  test('a body of twenty thousand keys is searched in time', async () => {
    const config = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key.${at}`, 'v']));
    expect(await placesOf({ file: { ...kafka, config }, refusal: detail('Bad key.19999.') })).toEqual([
      '/config/key.19999 ["v"]',
    ]);
  });
});
