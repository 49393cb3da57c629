/** S41: packages are locked to exact versions, fetch nothing from elsewhere, and each has its reason written down. */
import { expect, test } from 'vitest';
import { jsonOf, textOf } from './files.ts';

interface Manifest {
  license: string;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
interface LockEntry {
  version?: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const manifest = jsonOf<Manifest>('package.json');
const lock = jsonOf<{ lockfileVersion: number; packages: Record<string, LockEntry> }>('package-lock.json');
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('S41 package.json names exact versions', () => {
  const loose = Object.entries({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.devDependencies,
  }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test('S41 the lockfile names a version for every package, a checksum, and no host', () => {
  expect(locked.filter(([, entry]) => !entry.version).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
  // Packages of other platforms may stand there by name only (tools/complete-lock.mjs).
  const unchecked = locked.filter(([, entry]) => !entry.integrity && !(entry.optional && entry.version));
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test('the lockfile knows the packages of every platform (npm run lock)', () => {
  const known = new Set(locked.map(([path]) => nameOf(path)));
  const missing = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !known.has(name)),
  );
  expect(missing).toEqual([]);
});

test('S41 only named packages may run scripts when they are installed', () => {
  const withScripts = [
    ...new Set(locked.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path))),
  ].sort();
  expect(Object.keys(manifest.allowScripts).sort()).toEqual(withScripts);
});

test('S41 every direct production package has one line in docs/decisions/dependencies.md, and no other has', () => {
  const rows = textOf('docs/decisions/dependencies.md')
    .split('\n')
    .map((line) => /^\| `([^`]+)` \|(.+)\|(.+)\|(.+)\|(.+)\|$/.exec(line))
    .filter((row) => row !== null);
  const names = rows.map((row) => row[1]).sort();
  expect(names).toEqual(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).sort());
  const thin = rows.filter((row) => row.slice(2).some((cell) => cell.trim() === '')).map((row) => row[1]);
  expect(thin).toEqual([]);
});

test('the licence in package.json is the one in LICENSE', () => {
  expect(manifest.license).toBe('EUPL-1.2');
  expect(textOf('LICENSE')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
});
