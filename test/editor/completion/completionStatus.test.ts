// The line beside the language where Atlas does not tell its names: what it says, and until when.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LanguageStatusItem } from 'vscode';
import type { Failure } from '../../../client/src/core/failure.ts';
import { createCompletionStatus } from '../../../client/src/editor/completion/completionStatus.ts';
import { EventEmitter, LanguageStatusSeverity, languageStatus } from '../../support/fakeVscode.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const changed = new EventEmitter<void>();
let status: ReturnType<typeof createCompletionStatus>;
beforeEach(() => {
  status = createCompletionStatus({ onDidChange: changed.event as never });
});
afterEach(() => status.dispose());

const line = () => {
  const item = languageStatus.get('streamconn.completion') as LanguageStatusItem | undefined;
  return item && [item.detail, item.severity, item.command?.title];
};
const refused = (code: number): Failure => ({ kind: 'refused', error: { status: code, body: '' } });
const { Information, Warning } = LanguageStatusSeverity;

test.each<[string, Failure | undefined, unknown[]]>([
  ['no role for it', refused(403), ['The credential may not list these in this project', Information, undefined]],
  ['a refused sign-in', refused(401), ['Atlas refuses the credential', Warning, 'Test']],
  ['no token', { kind: 'notSignedIn', code: 'no-token' }, ['Atlas refuses the credential', Warning, 'Test']],
  ['a fault of Atlas', refused(500), ['Atlas answered with status 500', Warning, 'Test']],
  ['no credential', undefined, ['The credential cannot be used', Warning, 'Test']],
])('%s', (_, failure, expected) => {
  status.begin()(failure);
  expect(line()).toEqual(expected);
});

test('what follows a missing role is told as what it is, and the other way round', () => {
  status.begin()(refused(403));
  status.begin()(refused(401));
  expect(line()).toEqual(['Atlas refuses the credential', Warning, 'Test']);
  status.begin()(refused(403));
  expect(line()).toEqual(['The credential may not list these in this project', Information, undefined]);
});

test('it goes when names come, and when the target changes', () => {
  status.begin()(refused(403));
  status.worked();
  expect(line()).toBeUndefined();
  status.begin()(refused(403));
  changed.fire();
  expect(line()).toBeUndefined();
});

test('an answer that comes under another target says nothing of that', () => {
  const failed = status.begin();
  changed.fire();
  failed(refused(403));
  expect(line()).toBeUndefined();
});

test('it goes with the extension', () => {
  status.begin()(refused(403));
  status.dispose();
  expect(line()).toBeUndefined();
});
