// JSON Pointers: there, back, and as people read them.
import { expect, test } from 'vitest';
import { fromPointer, toDotted, toPointer } from '../../server/src/jsonPointer.ts';

test.each([
  [[], '', ''],
  [['aws', 'roleArn'], '/aws/roleArn', 'aws.roleArn'],
  [['headers', 'x/y', 'a~1'], '/headers/x~1y/a~01', 'headers.x/y.a~1'],
])('%j is %s', (path, pointer, dotted) => {
  expect([toPointer(path), fromPointer(pointer), toDotted(pointer)]).toEqual([pointer, path, dotted]);
});
