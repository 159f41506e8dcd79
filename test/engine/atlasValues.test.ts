// Where what Atlas knows can stand, and what an item writes there.
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine } from '../../server/src/engine/index.ts';
import { atCursor } from '../support/cursor.ts';
import { expandSnippet } from '../support/expandSnippet.ts';

const engine = createEngine();

describe('wanted', () => {
  test.each([
    ['{ "type": "Cluster", "clusterName": ‸ }', { kind: 'clusters' }],
    ['{ "type": "Cluster", "clusterName": "Sh‸" }', { kind: 'clusters' }],
    [
      '{ "type": "Cluster", "clusterGroupId": "32b6e34b3d91647abb20e7b8", "clusterName": "‸" }',
      { kind: 'clusters', groupId: '32b6e34b3d91647abb20e7b8' },
    ],
    ['{ "type": "Cluster", "clusterGroupId": null, "clusterName": "‸" }', { kind: 'clusters' }],
    ['{ "type": "Cluster", "dbRoleToExecute": { "type": "CUSTOM", "role": "‸" } }', { kind: 'databaseRoles' }],
    [
      '{ "clusterGroupId": "32b6e34b3d91647abb20e7b8", "dbRoleToExecute": { "type": "CUSTOM", "role": "‸" }, "type": "Cluster" }',
      { kind: 'databaseRoles', groupId: '32b6e34b3d91647abb20e7b8' },
    ],
    ['{ "type": "S3", "aws": { "roleArn": ‸ } }', { kind: 'awsRoles' }],
    ['{ "type": "AzureBlobStorage", "azure": { "servicePrincipalId": "‸" } }', { kind: 'azureServicePrincipals' }],
    ['{ "type": "GCPPubSub", "gcp": { "serviceAccountId": "‸" } }', { kind: 'gcpServiceAccounts' }],
    [
      '{ "type": "Kafka", "networking": { "access": { "type": "PRIVATE_LINK", "connectionId": "‸" } } }',
      { kind: 'privateLinks' },
    ],
    [
      '{ "type": "AWSLambda", "publicPrivateNetworking": { "access": { "type": "PRIVATE_LINK", "connectionId": ‸ } } }',
      { kind: 'privateLinks' },
    ],
  ])('%s', (marked, wanted) => {
    const { text, position } = atCursor(marked);
    expect(engine.wantedValues(text, position)).toEqual(wanted);
  });

  test.each([
    '{ "type": "Cluster", "clusterName‸": "x" }',
    '{ "type": "Cluster", "name": "‸" }',
    '{ "type": "Cluster", "dbRoleToExecute": { "type": "BUILT_IN", "role": "‸" } }',
    '{ "type": "Kafka", "clusterName": "‸" }',
    '{ "type": "Kafka", "networking": { "access": { "type": "PUBLIC", "connectionId": "‸" } } }',
    '‸',
    '{ "type": "Cluster", "clusterName": "x" ‸ }',
  ])('not in %s', (marked) => {
    const { text, position } = atCursor(marked);
    expect(engine.wantedValues(text, position)).toBeUndefined();
  });
});

test.each([
  ['Shop', '{ "type": "Cluster", "clusterName": "Shop", "name": "x" }'],
  ['a"$1}\\', '{ "type": "Cluster", "clusterName": "a\\"$1}\\\\", "name": "x" }'],
])('%j takes the place of what is written, with the comma that is missing', (value, after) => {
  const { text, position } = atCursor('{ "type": "Cluster", "clusterName": "Sh‸" "name": "x" }');
  const [item] = engine.offerValues(text, position, [{ value, detail: 'cluster' }]);
  expect(item).toMatchObject({
    label: JSON.stringify(value),
    detail: 'cluster',
    labelDetails: { description: 'cluster' },
  });
  const edit = item?.textEdit;
  if (!edit || !('range' in edit)) throw new Error('The item has no edit.');
  const newText = expandSnippet(edit.newText).text;
  expect(TextDocument.applyEdits(text, [{ range: edit.range, newText }])).toBe(after);
});
