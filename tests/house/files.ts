/** The files of the product, read once for the tests about the code. Paths are relative to the root, with `/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ELSEWHERE = new Set(['node_modules', 'build', 'data', 'coverage', '.git', '.cache']);

/** Every file of the project, without what is installed, built or stored. */
export const paths: readonly string[] = walk(ROOT).sort();

/** Paths that fit, sorted. */
export function filesLike(pattern: RegExp): string[] {
  return paths.filter((path) => pattern.test(path));
}

/** Content of one file. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A JSON file's value; the caller names the part it reads. */
export function jsonOf<T>(path: string): T {
  return JSON.parse(textOf(path)) as T;
}

/** Lines of the files in which the pattern is found, as `path:line text`. */
export function linesWith(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

/** A file or a folder of the product? */
export function exists(path: string): boolean {
  const wanted = path.replace(/\/$/, '');
  return paths.some((one) => one === wanted || one.startsWith(`${wanted}/`));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (ELSEWHERE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path).split(sep).join('/')];
  });
}
