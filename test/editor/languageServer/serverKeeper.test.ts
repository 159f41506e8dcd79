// What keeps a process up: another one follows, a few times in a row, and whoever waits gets the one that counts.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepUp, type Process, ServerDown } from '../../../client/src/editor/languageServer/serverKeeper.ts';

/** A process that starts, fails to, ends, and hangs as the test says. */
class Played implements Process {
  readonly #starting = Promise.withResolvers<void>();
  #onEnd = () => {};
  isStopped = false;
  constructor() {
    // Of one that is never started, nobody hears.
    this.#starting.promise.catch(() => undefined);
  }
  start(onEnd: () => void): Promise<void> {
    this.#onEnd = onEnd;
    return this.#starting.promise;
  }
  async stop(): Promise<void> {
    this.isStopped = true;
    this.fail();
    this.#onEnd();
    if (hangs) throw new Error('It does not stop.');
  }
  comeUp(): void {
    this.#starting.resolve();
  }
  fail(): void {
    this.#starting.reject(new Error('It does not start.'));
  }
  end(): void {
    this.#onEnd();
  }
}

let all: Played[];
let down: number;
let hangs: boolean;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  all = [];
  down = 0;
  hangs = false;
});
afterEach(() => vi.useRealTimers());

const latest = () => all.at(-1) as Played;

function keep() {
  const create = () => {
    all.push(new Played());
    return latest();
  };
  return keepUp(create, () => void down++);
}

/** As long as it takes until what has been settled is known everywhere. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('another one follows one that ends, and who asks meanwhile gets that', async () => {
  const keeper = keep();
  latest().comeUp();
  expect(await keeper.ready()).toBe(all[0]);
  latest().end();
  const asked = keeper.ready();
  latest().comeUp();
  expect(await asked).toBe(all[1]);
  expect([all.length, down]).toEqual([2, 0]);
});

test('who waits for one that does not start gets the next', async () => {
  const keeper = keep();
  const asked = keeper.ready();
  latest().fail();
  await settled();
  latest().comeUp();
  expect(await asked).toBe(all[1]);
});

test.each(['fail', 'end'] as const)('five that %s within three minutes are given up, told once', async (how) => {
  const keeper = keep();
  for (let count = 0; count < 5; count++) {
    expect(down).toBe(0);
    if (how === 'end') latest().comeUp();
    await settled();
    latest()[how]();
    await settled();
  }
  await expect(keeper.ready()).rejects.toBeInstanceOf(ServerDown);
  expect([all.length, down]).toEqual([5, 1]);
});

test('any number that end rarely are followed', async () => {
  const keeper = keep();
  for (let count = 0; count < 20; count++) {
    latest().comeUp();
    await keeper.ready();
    vi.setSystemTime(Date.now() + 60_000);
    latest().end();
  }
  expect([all.length, down]).toEqual([21, 0]);
});

test('after it was given up, a restart begins anew, with as many tries', async () => {
  const keeper = keep();
  const failAll = async () => {
    for (let count = 0; count < 5; count++) {
      latest().fail();
      await settled();
    }
  };
  await failAll();
  const restarted = keeper.restart();
  await settled();
  await failAll();
  await expect(restarted).rejects.toBeInstanceOf(ServerDown);
  expect([all.length, down]).toEqual([10, 2]);
  const again = keeper.restart();
  latest().comeUp();
  expect(await again).toBe(latest());
});

test.each([false, true])('a restart ends the one that is there, be it that it hangs (%s)', async (isHanging) => {
  hangs = isHanging;
  const keeper = keep();
  latest().comeUp();
  await keeper.ready();
  const restarted = keeper.restart();
  latest().comeUp();
  expect(await restarted).toBe(all[1]);
  expect(all.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  expect(down).toBe(0);
});

test('a restart while one is starting: only the last one counts, for everybody', async () => {
  const keeper = keep();
  const asked = [keeper.ready(), keeper.restart(), keeper.ready(), keeper.restart()];
  await settled();
  latest().comeUp();
  expect(new Set(await Promise.all(asked))).toEqual(new Set([latest()]));
  expect(all.map(({ isStopped }) => isStopped)).toEqual([true, true, false]);
  expect(down).toBe(0);
});

test('stopped, nothing follows and nobody is told', async () => {
  const keeper = keep();
  latest().comeUp();
  await keeper.ready();
  await keeper.stop();
  await expect(keeper.ready()).rejects.toBeInstanceOf(ServerDown);
  expect([all.length, down]).toEqual([1, 0]);
});
