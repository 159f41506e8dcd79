// What Atlas knows, kept for some minutes; never waited for.
import { expect, test } from 'vitest';
import { createAtlasValues } from '../../../client/src/editor/completion/atlasValues.ts';

const minute = 60_000;

const named = (value: string) => [{ value, detail: 'cluster' }];

function start() {
  let time = 0;
  let answer: readonly { value: string; detail: string }[] | undefined = named('Shop');
  const seen = { asked: 0, told: 0 };
  const values = createAtlasValues(
    (error) => expect.unreachable(`${error}`),
    () => time,
  );
  const load = async () => {
    seen.asked += 1;
    return answer;
  };
  const get = (key = 'clusters') => {
    const known = values.get(key, load, () => {
      seen.told += 1;
    });
    return known.kind === 'known' ? known.values.map(({ value }) => value) : known.kind;
  };
  return {
    get,
    seen,
    forget: values.forget,
    at: (minutes: number) => (time = minutes * minute),
    answerWith: (name: string) => (answer = named(name)),
    fail: () => (answer = undefined),
  };
}

test('the first question begins to ask Atlas, and is told when there is an answer', async () => {
  const { get, seen } = start();
  expect([get(), get()]).toEqual(['loading', 'loading']);
  await expect.poll(() => seen.told).toBe(1);
  expect([get(), seen.asked]).toEqual([['Shop'], 1]);
});

test('an answer is good for five minutes, another key has its own', async () => {
  const { get, seen, at } = start();
  get();
  await expect.poll(() => seen.told).toBe(1);
  at(4.9);
  expect(get()).toEqual(['Shop']);
  expect(get('roles')).toBe('loading');
  at(5.1);
  expect(get()).toBe('loading');
  expect(seen.asked).toBe(3);
});

test('where Atlas gives none, it is left alone for a minute, and nobody is told', async () => {
  const { get, seen, at, fail } = start();
  fail();
  get();
  await expect.poll(() => get()).toEqual([]);
  expect([seen.asked, seen.told]).toEqual([1, 0]);
  at(1.1);
  get();
  expect(seen.asked).toBe(2);
});

test('where another credential signs in from now on, what the old one was told or refused is forgotten', async () => {
  const { get, seen, forget, fail, answerWith } = start();
  fail();
  get();
  await expect.poll(() => get()).toEqual([]);
  answerWith('Stock');
  forget();
  expect(get()).toBe('loading');
  await expect.poll(() => get()).toEqual(['Stock']);
  expect(seen.asked).toBe(2);
});

test('an answer that comes after it was to be forgotten is not kept', async () => {
  const { get, seen, forget, answerWith } = start();
  get();
  answerWith('Stock');
  forget();
  expect(get()).toBe('loading');
  await expect.poll(() => seen.told).toBe(2);
  expect([get(), seen.asked]).toEqual([['Stock'], 2]);
});

test('where asking fails by a bug, that is no secret, and it is not asked again at every key', async () => {
  const seen: unknown[] = [];
  const values = createAtlasValues(
    (error) => seen.push(error),
    () => 0,
  );
  const bug = Promise.reject(new Error('bug'));
  let asked = 0;
  const get = () =>
    values.get(
      'clusters',
      () => {
        asked += 1;
        return bug;
      },
      () => undefined,
    );
  get();
  await expect.poll(() => seen).toEqual([new Error('bug')]);
  expect([get(), asked]).toEqual([{ kind: 'known', values: [] }, 1]);
});

test('what is forgotten before it has come is canceled', () => {
  const signals: AbortSignal[] = [];
  const values = createAtlasValues(() => expect.unreachable());
  const get = () =>
    values.get(
      'clusters',
      (signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
      () => undefined,
    );
  get();
  values.forget();
  get();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});
