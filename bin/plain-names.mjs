/**
 * tsx gives every function its name again each time the function is made, so that names outlive its shortening. Our sources
 * are not shortened that far, and a server makes thousands of small functions a second: here the helper gives the function
 * back as it is.
 */
import module from 'node:module';

const HELPER = /var __name=\(\w+,\w+\)=>__defProp\(\w+,"name",\{value(?::\w+)?,configurable:(?:true|!0)\}\);/;

/** To be called after tsx has been registered, so that it sees what tsx has made of a source. */
export function registerPlainNames() {
  if (module.registerHooks) module.registerHooks({ load: (url, context, next) => plain(url, next(url, context)) });
  else module.register(import.meta.url);
}

/** The hook of Nodes that know only asynchronous ones, in their own thread. */
export async function load(url, context, next) {
  return plain(url, await next(url, context));
}

function plain(url, loaded) {
  if (!loaded.source || !url.startsWith('file:')) return loaded;
  const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString();
  return HELPER.test(text) ? { ...loaded, source: text.replace(HELPER, 'var __name=made=>made;') } : loaded;
}
