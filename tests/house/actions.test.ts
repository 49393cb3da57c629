/** Every act has its row of the policy table, its schema, its operation in the API document, and every move is somebody's act. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../src/platform/config.ts';
import type { Action } from '../../src/platform/http/action.ts';
import { openApiText } from '../../src/platform/http/openapi.ts';
import { policy } from '../../src/policy.ts';
import { routes } from '../../src/urls.ts';
import { programme } from '../../src/wiring.ts';

interface Operation {
  operationId: string;
  'x-permission': string;
}

const all = routes(true);
const forms = all.filter((route) => route.kind === 'form');
const apiActs = all.filter((route) => route.kind === 'apiAction');
const acts = new Map<string, Action>([...forms, ...apiActs].map(({ action }) => [action.name, action]));
const document = JSON.parse(
  openApiText({
    access: programme.access,
    routes: programme.routes(true),
    release: '0',
    config: readConfig({}, 'start'),
  }),
) as { openapi: string; paths: Record<string, Record<string, Operation>> };
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const names = [...acts.keys()].sort();

test('there are acts', () => {
  expect(names.length).toBeGreaterThan(20);
});

test('S11 every act of somebody signed in has a row in the policy table', () => {
  const without = names.filter((name) => {
    const act = acts.get(name);
    return act && !act.open && !Object.hasOwn(policy, act.permission ?? act.name);
  });
  expect(without).toEqual([]);
});

test('every page and reading that needs leave names a row of the policy table', () => {
  const named = all.flatMap((route): (string | null)[] => {
    if (route.kind === 'page') return route.page.open ? [] : [route.page.permission];
    if (route.kind === 'download') return route.download.open ? [] : [route.download.permission];
    if (route.kind === 'apiRead') return route.read.open ? [] : [route.read.permission];
    return [];
  });
  expect(named.filter((name) => name !== null && !Object.hasOwn(policy, name))).toEqual([]);
});

test('every form is also an operation of the API', () => {
  const offered = new Set(apiActs.map(({ action }) => action.name));
  expect(names.filter((name) => !offered.has(name))).toEqual([]);
});

describe('the API document', () => {
  test('is OpenAPI 3.1 and names every act by its operationId, once for an address', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ids = new Set(operations.map((operation) => operation.operationId));
    expect(names.filter((name) => !ids.has(name))).toEqual([]);
    const addresses = apiActs.map((route) => `${route.method} ${route.path}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  test('says of every act which row of the policy table it asks', () => {
    const wrong = operations.filter(({ operationId, 'x-permission': asked }) => {
      const act = acts.get(operationId);
      if (act === undefined) return false;
      if (!act.open) return asked !== (act.permission ?? act.name);
      return asked !== 'public' && asked !== act.name; // a door for everybody
    });
    expect(wrong).toEqual([]);
  });
});

test('S16 every act reads its input by an allowlist and says what it is in Vietnamese', () => {
  const wrong = [...acts.values()].filter((act) => !(act.input instanceof z.ZodObject) || act.title.trim().length < 3);
  expect(wrong.map((act) => act.name)).toEqual([]);
});

test('no two routes answer the same address', () => {
  const addresses = all.map((route) => {
    const method = route.kind === 'form' ? 'POST' : route.kind === 'apiAction' ? route.method : 'GET';
    return `${method} ${route.path.replace(/:\w+/g, ':')}`;
  });
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
});
