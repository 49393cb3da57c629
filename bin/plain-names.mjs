/**
 * How a source of ours is read while tsx is registered. tsx gives every function its name again each time the function is made,
 * so that names outlive its shortening; our sources are not shortened that far, and a server makes thousands of small functions
 * a second: here the helper gives the function back as it is. And a file without markup is left to Node, which strips the
 * types in place: no source map has to be kept for it.
 */
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const HELPER = /var __name=\(\w+,\w+\)=>__defProp\(\w+,"name",\{value(?::\w+)?,configurable:(?:true|!0)\}\);/;
const SOURCES = new URL('../src/', import.meta.url).href;

/** To be called after tsx has been registered, so that it sees what tsx has made of a source. */
export function registerPlainNames() {
  if (module.registerHooks)
    module.registerHooks({ load: (url, context, next) => stripped(url) ?? plain(url, next(url, context)) });
  else module.register(import.meta.url);
}

/** The hook of Nodes that know only asynchronous ones, in their own thread. */
export async function load(url, context, next) {
  return plain(url, await next(url, context));
}

function stripped(url) {
  if (!(process.features.typescript && url.startsWith(SOURCES) && url.endsWith('.ts'))) return undefined;
  return { format: 'module-typescript', source: readFileSync(fileURLToPath(url), 'utf8'), shortCircuit: true };
}

function plain(url, loaded) {
  if (!loaded.source || !url.startsWith('file:')) return loaded;
  const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString();
  return { ...loaded, source: text.replace(HELPER, 'var __name=made=>made;') };
}
