/**
 * The tests in four projects; `npx vitest run --project unit` runs one of them, `npx vitest run src/law` one folder.
 * unit: pure functions and components. house: about the code itself. feature: on a database. story: in a browser.
 * Two workers, as many as the smallest machine has cores; stories go one by one, after everything else.
 */
import { defineConfig } from 'vitest/config';

const shared = {
  pool: 'forks',
  testTimeout: 30_000,
  hookTimeout: 180_000, // the first file of a run makes the demonstration that the others copy
  sequence: { groupOrder: 0 },
  maxWorkers: 2,
} as const;
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const pure = tests('src/law', 'src/ui', 'src/islands');
const house = tests('tests/house');
const stories = tests('tests/stories');

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      { oxc, test: { ...shared, name: 'unit', include: pure } },
      { oxc, test: { ...shared, name: 'house', include: house } },
      {
        oxc,
        test: {
          ...shared,
          name: 'feature',
          include: tests('src', 'tests', 'bench'),
          exclude: [...pure, ...house, ...stories],
        },
      },
      {
        oxc,
        test: {
          ...shared,
          name: 'story',
          include: stories,
          maxWorkers: 1,
          // A page on a busy machine may take its time; a poll waits for it.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
