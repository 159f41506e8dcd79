// Quick fixes, text in and text out.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { actionsAt, fix, fixAll, titlesAt } from '../support/fix.ts';

const engine = createEngine();

const kafka = (authentication: string) =>
  `{ "type": "Kafka", "bootstrapServers": "a.example.com:9092", "security": { "protocol": "SASL_SSL" }, "authentication": ${authentication} }`;

describe('change a value', () => {
  test('a type to the nearest one', async () => {
    expect(await fix('{ "type": "Clustr‸", "clusterName": "x" }', 'Change to "Cluster"')).toBe(
      '{ "type": "Cluster", "clusterName": "x" }',
    );
  });

  test('a mechanism to its spelling in Atlas', async () => {
    const scram = (mechanism: string) => kafka(`{ "mechanism": ${mechanism}, "username": "u", "password": "p" }`);
    expect(await fix(scram('"SCRAM-SHA-256‸"'), 'Change to "SCRAM-256"')).toBe(scram('"SCRAM-256"'));
  });

  test('a number to a string, digit by digit', async () => {
    const config = (id: string) => `{ "type": "Kafka", "config": { "client.id": ${id} } }`;
    expect(await fix(config('1‸0'), 'Change to "10"')).toBe(config('"10"'));
    for (const digits of ['12345678901234567890', '1234567890123456789012', '1.50', '-0', '1e3']) {
      expect(await fix(config(`‸${digits}`), `Change to "${digits}"`)).toBe(config(`"${digits}"`));
    }
  });

  test('a list to a string only where all of it is strings', async () => {
    const brokers = (servers: string) => kafka('{}').replace('"a.example.com:9092"', servers);
    const title = 'Change to "a.example.com:1,b.example.com:2"';
    expect(await fix(brokers('["a.example.com:1", ‸"b.example.com:2"]'), title)).toBe(
      brokers('"a.example.com:1,b.example.com:2"'),
    );
    expect(await titlesAt(brokers('‸["a.example.com:1", 2]'))).toEqual([]);
  });

  test('a title shows no secret', async () => {
    expect(await titlesAt(kafka('{ "mechanism": "PLAIN", "username": "u", "password": 12‸34 }'))).toContain(
      'Change to a string',
    );
  });
});

describe('a PEM block pasted with its line breaks', () => {
  const file = (pem: string) => kafka(`{ "mechanism": "", "sslCertificate": ${pem}, "sslKey": "\${secret:K}" }`);
  const pem = '-----BEGIN CERTIFICATE-----\r\nMIIB\r\n-----END CERTIFICATE-----\r\n';
  const escaped = '"-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n"';

  test('gets them escaped', async () => {
    expect(await fix(file(`"‸${pem}"`), 'Write the line breaks as \\n')).toBe(file(escaped));
  });

  test('on save too, since the text means nothing else', async () => {
    expect(await fixAll(file(`"${pem}"`))).toBe(file(escaped));
  });
});

describe('change a key', () => {
  test('to the nearest one; only the key is touched', async () => {
    expect(await fix('{ "type": "Cluster", "clusterNam‸"  :  "x" }', 'Rename to "clusterName"')).toBe(
      '{ "type": "Cluster", "clusterName"  :  "x" }',
    );
  });

  test('not where the other one is there already', async () => {
    expect(await titlesAt('{ "type": "Cluster", "clusterNam‸": "x", "clusterName": "y" }')).toEqual([
      'Remove "clusterNam"',
    ]);
  });

  test('the likely one is preferred to removing', async () => {
    const { actions } = await actionsAt('{ "type": "Cluster", "name": "x", "regio‸": "x" , "clusterName": "x" }');
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Rename to "region"', true],
      ['Remove "regio"', undefined],
    ]);
  });

  test('removing what may only be new is not preferred', async () => {
    const { actions } = await actionsAt('{ "type": "Sample", "zzzzzzzzz‸": "x" }');
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([['Remove "zzzzzzzzz"', undefined]]);
  });
  test.each([
    [
      'clusterName',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "clusterName‸": "x", "password": "p" } }',
    ],
    [
      'bucketName',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "bucketName‸": "x", "password": "p" } }',
    ],
    [
      'connectionType',
      '{ "type": "Kafka", "networking": { "access": { "type": "PRIVATE_LINK", "connectionType‸": "x" } } }',
    ],
    ['clientEmail', '{ "type": "Kafka", "authentication": { "mechanism": "OAUTHBEARER", "clientEmail‸": "x" } }'],
    ['an object for a string', '{ "type": "Cluster", "clusterNam‸": {} }'],
  ])('not to one that is near by chance: %s', async (_, content) => {
    expect((await titlesAt(content)).filter((title) => title.startsWith('Rename'))).toEqual([]);
  });

  test('not of a key that is there twice', async () => {
    const titles = await titlesAt('{ "type": "Cluster", "clusterNam": "x", "clusterNam‸": "y" }');
    expect(titles.sort()).toEqual(['Add "clusterName"', 'Remove this one, keep the other']);
  });

  test('of a missing property that is only misspelt, once', async () => {
    const { actions } = await actionsAt('{ "type": "AWSLambda", "name": "x", "aws": { "roleARN‸": "r" } }');
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Rename to "roleArn"', true],
      ['Add "roleArn"', undefined],
    ]);
  });
});

describe('no preferred fix is a guess', () => {
  test.each([
    ['a blank is no mechanism', kafka('{ "mechanism": " ‸", "username": "u", "password": "p" }')],
    ['a number is no type', '{ "type": 5‸ }'],
    ['nothing of the kind of a role', '{ "type": "S3", "name": "x", "aws": { "roleArn": 5‸ } }'],
    [
      'the role that is meant',
      '{ "type": "Cluster", "dbRoleToExecute": { "role": "atlasAdmin‸", "type": "BUILT_IN" } }',
    ],
    ['which hash is meant', kafka('{ "mechanism": "SCRAM-SHA‸", "username": "u", "password": "${env:P}" }')],
    ['a header that is there', '{ "type": "Https", "headers": { "A b‸": "1", "a-b": "2" } }'],
    ['another variable', kafka('{ "mechanism": "PLAIN", "username": "${env:MY-USER‸}", "password": "p" }')],
  ])('%s', async (_, content) => {
    const { actions } = await actionsAt(content);
    expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual([]);
  });

  test('a placeholder is no secret, also in the place of one', async () => {
    const { actions } = await actionsAt(
      kafka('{ "mechanism": "PLAIN", "username": "u", "password": "${Secret:PW}‸" }'),
    );
    expect(actions.map(({ title }) => title)).toContain('Change to "${secret:PW}"');
  });

  test("a vendor's literal is nobody's user name", async () => {
    const content = kafka('{ "mechanism": "PLAIN", "password": "p" }').replace('"authentication"', '"authentication‸"');
    expect(await fix(content, 'Add "username"')).toContain('"username": "user"');
    expect(await fix('{ "type": "Kafka‸" }', 'Add all 4 missing properties')).not.toContain('ConnectionString');
  });

  test('of several missing properties, all of them', async () => {
    const { actions } = await actionsAt('{ "type": "Kafka‸", "name": "x" }');
    expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual([
      'Add all 3 missing properties',
    ]);
  });

  test('a single one, with what it needs in its turn', async () => {
    const content =
      '{ "type": "Kafka‸", "name": "x", "bootstrapServers": "b.example.com:9092", "security": { "protocol": "SASL_SSL" } }';
    const { actions } = await actionsAt(content);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([['Add "authentication"', true]]);
    expect(JSON.parse(await fix(content, 'Add "authentication"'))).toMatchObject({
      authentication: { mechanism: 'PLAIN', username: 'user', password: expect.stringMatching(/^\$\{secret:/) },
    });
  });
});

describe('a comment stays', () => {
  test.each([
    [
      'in an object that gets a property',
      'Add "roleArn"',
      '{ "type": "S3", "aws‸": { /* mine */ } }',
      '{ "type": "S3", "aws": { "roleArn": "…" /* mine */ } }',
    ],
    [
      'in one of several lines',
      'Add "roleArn"',
      '{\n  "type": "S3",\n  "aws‸": { // mine\n  }\n}',
      '{\n  "type": "S3",\n  "aws": {\n    "roleArn": "…" // mine\n  }\n}',
    ],
    [
      'behind the property before',
      'Remove "id"',
      '{\n  "type": "Sample", // one\n  "id‸": "x" // two\n}',
      '{\n  "type": "Sample" // one\n   // two\n}',
    ],
    [
      'behind a property, before the next',
      'Remove "id"',
      '{\n  "id‸": "x", // one\n  "type": "Sample"\n}',
      '{\n   // one\n  "type": "Sample"\n}',
    ],
    [
      'behind the only property',
      'Remove "id"',
      '{ "type": "S3", "aws": { "id‸": "x" /* one */ } }',
      '{ "type": "S3", "aws": { /* one */ } }',
    ],
  ])('%s', async (_, title, before, after) => {
    expect((await fix(before, title)).replace(/arn:[^"]+/, '…')).toBe(after);
  });

  test('between items, and nothing is written over one', async () => {
    const servers = '{ "type": "Kafka", "bootstrapServers‸": ["a.example.com:9092", /* why */ "b.example.com:9092"] }';
    expect((await titlesAt(servers)).filter((title) => title.startsWith('Change'))).toEqual([]);
  });

  test('between a key and its value: what would lose it is not moved', async () => {
    const moved = (comment: string) => `{ "type": "Kafka", "security": {}, "protocol‸": ${comment}"SSL" }`;
    expect(await titlesAt(moved(''))).toContain('Move to security.protocol');
    expect(await titlesAt(moved('/* why */ '))).not.toContain('Move to security.protocol');
  });
});

describe('remove a property', () => {
  test.each([
    ['the first', '{ "i‸d": "x", "type": "Sample" }', '{ "type": "Sample" }'],
    ['the last', '{ "type": "Sample", "i‸d": "x" }', '{ "type": "Sample" }'],
    ['one between', '{ "type": "Sample", "i‸d": {"a": [1]}, "name": "x" }', '{ "type": "Sample", "name": "x" }'],
    ['with its line', '{\r\n\t"i‸d": "x",\r\n\t"type": "Sample"\r\n}', '{\r\n\t"type": "Sample"\r\n}'],
    ['with its line, the last', '{\n  "type": "Sample",\n  "i‸d": "x"\n}\n', '{\n  "type": "Sample"\n}\n'],
    ['written twice', '{ "id": 1, "type": "Sample", "i‸d": 2 }', '{ "type": "Sample" }'],
    ['before a comma too many', '{ "type": "Sample", "i‸d": 2, }', '{ "type": "Sample", }'],
  ])('%s', async (_, before, after) => {
    expect(await fix(before, 'Remove "id"')).toBe(after);
  });
});

describe('add what is missing', () => {
  test('to a one-line object, on its line', async () => {
    expect(await fix('{ "type": "Cluster"‸ }', 'Add "clusterName"')).toMatch(
      /^\{ "type": "Cluster", "clusterName": "[^"]+" \}$/,
    );
  });

  test('to an object of several lines, with its line breaks and indentation', async () => {
    expect(await fix('{\r\n\t"type": "AWSLambda‸"\r\n}', 'Add "aws"')).toMatch(
      /^\{\r\n\t"type": "AWSLambda",\r\n\t"aws": \{\r\n\t\t"roleArn": "arn:[^"]+"\r\n\t\}\r\n\}$/,
    );
  });

  test('a secret as a placeholder', async () => {
    expect(
      await fix(
        kafka('{ "mechanism": "PLAIN", "username": "u" }').replace('"authentication"', '"authentication‸"'),
        'Add "password"',
      ),
    ).toBe(kafka('{ "mechanism": "PLAIN", "username": "u", "password": "${secret:TEST_PASSWORD}" }'));
  });

  test('to an empty object in a file of several lines', async () => {
    expect(await fix('{\n  "type": "S3",\n  "aws‸": {}\n}', 'Add "roleArn"')).toMatch(
      /^\{\n {2}"type": "S3",\n {2}"aws": \{\n {4}"roleArn": "arn:[^"]+"\n {2}\}\n\}$/,
    );
  });

  test('all at once, with what they need in their turn', async () => {
    const title = 'Add all 3 missing properties';
    const after = JSON.parse(await fix('{ "type": "Kafka‸", "name": "x" }', title));
    expect(after).toMatchObject({
      type: 'Kafka',
      name: 'x',
      security: { protocol: 'SASL_SSL' },
      authentication: { mechanism: 'PLAIN', password: '${secret:X_PASSWORD}' },
    });
    expect(await titlesAt(`${JSON.stringify(after).slice(0, 8)}‸${JSON.stringify(after).slice(8)}`)).toEqual([]);
  });

  test('all at once, with tab stops where the editor has them; the same text', async () => {
    const client = { snippetEdits: true, versionedEdits: true };
    const before = '{\n  "type": "Kafka‸"\n}';
    const title = 'Add all 4 missing properties';
    const { actions } = await actionsAt(before, client);
    expect(JSON.stringify(actions.find((action) => action.title === title)?.edit)).toContain('|SASL_SSL,');
    expect(await fix(before, title, client)).toBe(await fix(before, title));
  });
});

describe('strict JSON', () => {
  test.each([
    ['a line of its own', '{\n  // w‸hy\n  "type": "Sample"\n}', '{\n  "type": "Sample"\n}'],
    ['behind a value', '{\n  "type": "Sample" // w‸hy\n}', '{\n  "type": "Sample"\n}'],
    ['in front of a value', '{ /* wh‸y */ "type": "Sample" }', '{ "type": "Sample" }'],
    ['at the end', '{ "type": "Sample" } // w‸hy', '{ "type": "Sample" }'],
    ['over several lines', '{\r\n  /* w‸hy\r\n  not */\r\n  "type": "Sample"\r\n}', '{\r\n  "type": "Sample"\r\n}'],
    ['directly behind a value', '{ "type": "Sample"/* w‸hy */}', '{ "type": "Sample"}'],
  ])('a comment, %s', async (_, before, after) => {
    expect(await fix(before, 'Remove this comment')).toBe(after);
  });

  test('a comma too many', async () => {
    expect(await fix('{ "type": "Sample",‸ }', 'Remove this comma')).toBe('{ "type": "Sample" }');
    expect(await fix('{\n  "type": "Sample"‸,\n}', 'Remove this comma')).toBe('{\n  "type": "Sample"\n}');
  });

  test('a property that is there twice: this one or the other', async () => {
    const title = 'Remove this one, keep the other';
    expect(await fix('{ "type": "Sample", "na‸me": "a", "name": "b" }', title)).toBe(
      '{ "type": "Sample", "name": "b" }',
    );
    expect(await fix('{ "type": "Sample", "name": "a", "na‸me": "b" }', title)).toBe(
      '{ "type": "Sample", "name": "a" }',
    );
  });

  test.each([
    '{ "type": "Cluster", "clusterNam‸": "x"',
    '{ "type": "Sample" /* w‸hy */',
    '{ "type": "Sample" "name": "x", // w‸hy\n}',
    '{ "type": Sample, "name": "x"‸, }',
    '{ "type": "Sample", "id": 1, "id‸": 2',
    '{ "type": "Sample", "name": "https:"/‸/x.example.com"\n}',
    '{ "type": "Sample", "name": 1/‸/x.example.com"\n}',
  ])('nothing is offered where the text is not JSON: %s', async (content) => {
    expect(await titlesAt(content)).toEqual([]);
    expect(await fixAll(content)).toBe(content);
  });
});

describe('what is asked for', () => {
  test.each([
    [undefined, ['Remove this comment']],
    [[''], ['Remove this comment', 'Fix all that cannot change the meaning']],
    [['quickfix'], ['Remove this comment']],
    [['source'], ['Fix all that cannot change the meaning']],
    [['source.fixAll'], ['Fix all that cannot change the meaning']],
    [['refactor', 'source.fix'], []],
  ])('only %j gives %j', async (only, titles) => {
    const text = toText('{ "type": "Sample", "name": "x" /* why */ }');
    const range = { start: text.positionAt(0), end: text.positionAt(100) };
    const actions = await engine.codeActions(text, { range, ...(only ? { only } : {}) }, {});
    expect(actions.map(({ title }) => title)).toEqual(titles);
  });
});

describe('what an action says of itself', () => {
  test('the finding that it is for', async () => {
    const { actions } = await actionsAt('{ "type": "Clustr‸" }');
    expect(actions).toMatchObject([{ kind: 'quickfix', diagnostics: [{ code: 'unknown-type' }], isPreferred: true }]);
  });

  test('the version, where the client looks at it', async () => {
    const { actions } = await actionsAt('{ "type": "Clustr‸" }', { versionedEdits: true });
    expect(actions[0]?.edit).toMatchObject({ documentChanges: [{ textDocument: { version: 1 } }] });
  });
});

describe('a missing type', () => {
  test.each(['tpye', 'typ', 'types', 'Type', 'connectionType'])('is the key nearest to it: %s', async (written) => {
    expect(await titlesAt(`{ "${written}‸": "Kafka" }`)).toEqual(['Rename to "type"']);
    expect(await fix(`{ "${written}‸": "Kafka" }`, 'Rename to "type"')).toBe('{ "type": "Kafka" }');
  });

  test('is nothing that merely stands there', async () => {
    expect(await titlesAt('‸{ "url": "x", "topic": "y", "tip": 1 }')).toEqual(['Add "type"']);
  });

  test('is added without a guess, and where the client has snippets, with the choices', async () => {
    for (const empty of ['‸{}', '‸{ "name": "x" }']) {
      const members = empty.includes('name') ? '"name": "x", ' : '';
      expect(await fix(empty, 'Add "type"')).toBe(`{ ${members}"type": "" }`);
      const { actions } = await actionsAt(empty, { snippetEdits: true, versionedEdits: true });
      const edit = JSON.stringify(actions.find(({ title }) => title === 'Add "type"')?.edit);
      expect(edit).toContain('${1|Kafka,Cluster,Sample,Https,AWSLambda,S3,AWSKinesisDataStreams,SchemaRegistry,');
    }
  });
});

describe('fix all', () => {
  test('whatever cannot change the meaning, and nothing else', async () => {
    const before = `{
  // Copied from an answer.
  "id": "32b6e34b3d91647abb20e7b8",
  "_id": "32b6e34b3d91647abb20e7b8",
  "identity": "x", /* unknown */
  "type": "Cluster",
  "clusterNam": "Shop", // misspelt
  "links": [],
  "state": "READY",
}
`;
    expect(await fixAll(before)).toBe('{\n  "identity": "x",\n  "type": "Cluster",\n  "clusterNam": "Shop"\n}\n');
  });

  test('what overlaps goes once', async () => {
    const before =
      '{ "type": "Sample", "links": [ /* none */ ], "id": { "links": [], // why\n "a": [1,] }, "name": "x" }';
    expect(JSON.parse(await fixAll(before))).toEqual({ type: 'Sample', name: 'x' });
  });

  test('of two that begin at one place, the longer', async () => {
    expect(await fixAll('{ "type": "Sample"/* why */, "id": 1 }')).toBe('{ "type": "Sample" }');
  });

  test('a comment with quotation marks in it is one as well', async () => {
    expect(await fixAll('{ "type": "Sample", /* "id": 1, */ "name": "x" }')).toBe('{ "type": "Sample", "name": "x" }');
  });

  test('however often it is there', async () => {
    expect(await fixAll(`{ "type": "Sample"${', "id": 1'.repeat(200_000)} }`)).toBe('{ "type": "Sample" }');
  });

  test('nothing where there is nothing to fix', async () => {
    expect(await fixAll('{ "type": "Sample" }')).toBe('{ "type": "Sample" }');
  });
});
