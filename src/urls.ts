/** Every address of the product, one line each: method, path, page or act. Chapter by chapter; the demonstration's own last. */
import {
  chooseRole,
  chooseRolePage,
  identityPaths,
  signIn,
  signInPage,
  signOut,
  tryAs,
  tryAsPage,
} from '#features/identity';
import { listUnits, readUnitApi } from '#features/units';
import { api, get, post, type Route } from '#platform/http/routes';

/** Addresses by chapter; `demo` adds those of the demonstration programme. */
export function routes(demo: boolean): readonly Route[] {
  return [...units, ...identity, ...(demo ? demonstration : [])];
}

const units: readonly Route[] = [api('GET', '/units', listUnits), api('GET', '/units/:id', readUnitApi)];

const identity: readonly Route[] = [
  get(identityPaths.signIn, signInPage),
  post(identityPaths.signIn, signIn, { page: signInPage, back: (out) => out.next }),
  get(identityPaths.chooseRole, chooseRolePage),
  post(identityPaths.chooseRole, chooseRole, { page: chooseRolePage, back: (out) => out.next }),
  post(identityPaths.signOut, signOut, { page: signInPage, back: (out) => out.next }),
  api('POST', '/session', signIn),
  api('POST', '/session/role', chooseRole),
  api('POST', '/session/end', signOut),
];

const demonstration: readonly Route[] = [
  get(identityPaths.tryAs, tryAsPage),
  post(identityPaths.tryAs, tryAs, { page: tryAsPage, back: (out) => out.next }),
  api('POST', '/session/trial', tryAs),
];
