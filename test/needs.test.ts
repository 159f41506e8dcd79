// A program that is missing is said to be missing, and is an error in CI.
import { afterEach, expect, test, vi } from 'vitest';
import { canRun } from './support/needs.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a program on PATH can run, in CI as well', () => {
  vi.stubEnv('CI', 'true');
  expect(canRun('node')).toBe(true);
});

test('a program that is missing skips tests with a line that names it', () => {
  vi.stubEnv('CI', undefined);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(canRun('no-such-program')).toBe(false);
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/skipped.*no-such-program/i));
});

test('a program that is missing fails CI', () => {
  vi.stubEnv('CI', 'true');
  expect(() => canRun('no-such-program')).toThrow('no-such-program');
});
