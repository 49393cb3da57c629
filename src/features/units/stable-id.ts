import { v5 } from 'uuid';

const SAO_LANG_NAMESPACE = '5f0a7a6e-3c1d-5b52-9d0a-6c1f5a0e7b11';

/**
 * The id of a thing that is loaded from the repository's own data: the same on every install, so that links and
 * demonstrations can rely on it. Things made by people get a v7 id instead.
 */
export function stableId(kind: string, key: string): string {
  return v5(`${kind}:${key}`, SAO_LANG_NAMESPACE);
}
