import { expect, test } from 'vitest';
import { SlowCounts } from './slow-counts.ts';

/** Counts that take as long as told on a clock moved by hand; `made` tells how often one was made. */
function counting(most?: number) {
  const clock = { at: 1_000_000 };
  const counts = new SlowCounts({ now: () => clock.at, ...(most ? { most } : {}) });
  let made = 0;
  const taking = (ms: number) => async () => {
    await Promise.resolve();
    clock.at += ms;
    made += 1;
    return made;
  };
  return { counts, clock, taking };
}

test('what is quick is counted each time', async () => {
  const { counts, taking } = counting();
  expect(await counts.ask('board', taking(200))).toEqual({ value: 1, at: null });
  expect(await counts.ask('board', taking(200))).toEqual({ value: 2, at: null });
});

test('what takes long is kept a minute, then answered once more while it is made anew, and after an hour not at all', async () => {
  const { counts, clock, taking } = counting();
  const begun = new Date(clock.at);
  expect(await counts.ask('board', taking(400))).toEqual({ value: 1, at: null });
  clock.at += 59_000;
  expect(await counts.ask('board', taking(400))).toEqual({ value: 1, at: begun });
  clock.at += 2_000;
  expect(await counts.ask('board', taking(400))).toEqual({ value: 1, at: begun });
  await new Promise((done) => setImmediate(done));
  expect((await counts.ask('board', taking(400))).value).toBe(2);
  clock.at += 3_601_000;
  expect(await counts.ask('board', taking(400))).toEqual({ value: 3, at: null });
});

test('many who ask at one moment share one count; another question is another count', async () => {
  const { counts, taking } = counting();
  const [one, two, other] = await Promise.all([
    counts.ask('a', taking(400)),
    counts.ask('a', taking(400)),
    counts.ask('b', taking(400)),
  ]);
  expect([one.value, two.value]).toEqual([1, 1]);
  expect(other.value).toBe(2);
});

test('a failure is thrown and not kept; one in the background leaves what was kept', async () => {
  const { counts, clock, taking } = counting();
  const failing = () => Promise.reject(new Error('no database'));
  await expect(counts.ask('board', failing)).rejects.toThrow('no database');
  await counts.ask('board', taking(400));
  clock.at += 61_000;
  expect((await counts.ask('board', failing)).value).toBe(1);
  await new Promise((done) => setImmediate(done));
  expect((await counts.ask('board', taking(400))).value).toBe(1);
});

test('the one asked for longest ago goes first', async () => {
  const { counts, taking } = counting(2);
  for (const key of ['a', 'b', 'a', 'c']) await counts.ask(key, taking(400));
  expect((await counts.ask('a', taking(400))).at).not.toBeNull();
  expect((await counts.ask('b', taking(400))).at).toBeNull();
});
