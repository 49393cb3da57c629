import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** The source of a module as Node gets it at last, told by a hook outside all others. */
async function lastSource(hooks: string, file: string): Promise<string> {
  const teller = `export async function load(url, context, next) {
    const loaded = await next(url, context);
    if (url.endsWith('/${file}')) process._rawDebug(String(loaded.source));
    return loaded;
  }`;
  const script = `import module from 'node:module';
    import { register } from 'tsx/esm/api';
    register();
    ${hooks}
    const tell = (url, loaded) => { if (url.endsWith('/${file}')) process._rawDebug(String(loaded.source)); return loaded; };
    if (module.registerHooks) module.registerHooks({ load: (url, context, next) => tell(url, next(url, context)) });
    else module.register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(teller)}));
    await import('./src/${file}');`;
  const { stderr } = await run(process.execPath, ['--input-type=module', '-e', script]);
  return stderr;
}

const PAGE = 'ui/ready.tsx';
const PLAIN = "(await import('./bin/plain-names.mjs')).registerPlainNames();";

test('the server makes functions without naming each of them again', async () => {
  const [named, left] = await Promise.all([lastSource('', PAGE), lastSource(PLAIN, PAGE)]);
  expect(named).toContain('__defProp(');
  expect(left).toContain('var __name=made=>made;');
  expect(left).not.toMatch(/__defProp\(\w+,"name"/);
});

test.runIf(process.features.typescript)('a source without markup reaches Node as it is written', async () => {
  const file = 'platform/http/requests.ts';
  expect(await lastSource(PLAIN, file)).toBe(`${await readFile(`src/${file}`, 'utf8')}\n`);
});
