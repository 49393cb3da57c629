/**
 * Builds what the browser loads: the style sheet, the islands, fonts and drawings, into build/assets with the
 * hash of their content in the name, and build/assets/manifest.json (our name → address under /assets/).
 * Nothing happens when no source has changed since the last build. New files are laid beside the old ones (their names
 * differ) and the manifest is swapped last, so a running server never misses a file; leftovers go after a day.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = join(ROOT, 'build/assets');
const PUBLIC = '/assets/';
const DAY = 24 * 60 * 60 * 1000;
const WATCHED = /\.(tsx?|css|svg|woff2)$/;

const hash = (content) => createHash('sha256').update(content).digest('hex');

async function filesUnder(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && WATCHED.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One value for everything the result depends on. */
async function stampOfSources() {
  const sum = createHash('sha256');
  const own = [fileURLToPath(import.meta.url), join(ROOT, 'package-lock.json')];
  for (const file of [...own, ...(await filesUnder('src'))]) {
    sum.update(relative(ROOT, file)).update(await readFile(file));
  }
  return sum.digest('hex');
}

/** The style sheet and the islands, by Vite. Answers the manifest of Vite. */
async function bundle(folder) {
  const [{ build }, { default: tailwindcss }] = await Promise.all([import('vite'), import('@tailwindcss/vite')]);
  await build({
    root: ROOT,
    configFile: false,
    base: PUBLIC,
    logLevel: 'error',
    publicDir: false,
    plugins: [tailwindcss()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      assetsDir: '',
      assetsInlineLimit: 0,
      emptyOutDir: true,
      manifest: 'vite.json',
      modulePreload: false,
      reportCompressedSize: false,
      target: 'es2022',
      rolldownOptions: { input: [join(ROOT, 'src/ui/theme.css'), join(ROOT, 'src/islands/boot.ts')] },
    },
  });
  return JSON.parse(await readFile(join(folder, 'vite.json'), 'utf8'));
}

/** Files that are served as they are: our name → where they lie. */
async function plainFiles() {
  const prints = await readdir(join(ROOT, 'src/ui/drawings/prints'));
  return {
    'favicon.svg': 'src/ui/drawings/favicon.svg',
    ...Object.fromEntries(prints.map((name) => [`prints/${name}`, `src/ui/drawings/prints/${name}`])),
  };
}

async function buildAssets() {
  const stamp = await stampOfSources();
  const stampFile = join(TARGET, 'stamp');
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;

  const started = performance.now();
  const work = `${TARGET}.${process.pid}`;
  await mkdir(TARGET, { recursive: true });
  const manifest = {};
  for (const [source, { file }] of Object.entries(await bundle(work))) {
    manifest[basename(source).replace(/\.tsx?$/, '.js')] = PUBLIC + file;
  }
  for (const [name, source] of Object.entries(await plainFiles())) {
    const content = await readFile(join(ROOT, source));
    const file = `${basename(name, extname(name))}-${hash(content).slice(0, 8)}${extname(name)}`;
    await writeFile(join(work, file), content);
    manifest[name] = PUBLIC + file;
  }
  await rm(join(work, 'vite.json'));
  await writeFile(join(work, 'manifest.json'), JSON.stringify(manifest, null, 1));
  await writeFile(join(work, 'stamp'), stamp);
  await publish(work);
  console.log(`Assets built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Moves the new files beside the old ones, manifest and stamp last; throws leftovers older than a day away. */
async function publish(work) {
  const made = await readdir(work);
  const last = ['manifest.json', 'stamp'];
  for (const name of [...made.filter((each) => !last.includes(each)), ...last]) {
    await rename(join(work, name), join(TARGET, name));
  }
  await rm(work, { recursive: true });
  for (const name of await readdir(TARGET)) {
    const age = Date.now() - (await stat(join(TARGET, name))).mtimeMs;
    if (!made.includes(name) && age > DAY) await rm(join(TARGET, name), { force: true });
  }
}

await buildAssets();
