import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { createAccess } from '../src/platform/access/access.ts';
import { readConfig } from '../src/platform/config.ts';
import { openApiText } from '../src/platform/http/openapi.ts';
import { policy, policyTable } from '../src/policy.ts';
import { routes } from '../src/urls.ts';

interface Operation {
  operationId: string;
  'x-permission': string;
  parameters: { name: string; in: string; required?: boolean }[];
}
const all = routes(true);
const text = openApiText({
  routes: all,
  release: '1.0.0',
  config: readConfig({}, 'start'),
  access: createAccess(policyTable),
});
const document = JSON.parse(text) as { openapi: string; paths: Record<string, Record<string, Operation>> };
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

describe('the API document', () => {
  it('U41 is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every operation once, and its row of the policy table', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const unknown = operations
      .map((one) => `${one.operationId}: ${one['x-permission']}`)
      .filter((line) => !/: (public|signedIn)$/.test(line) && !Object.hasOwn(policy, line.split(': ')[1] ?? ''));
    expect(unknown).toEqual([]);
  });

  it('holds every act that has a form', () => {
    const inApi = new Set(all.flatMap((one) => (one.kind === 'apiAction' ? [one.action.name] : [])));
    const onlyForms = all.flatMap((one) =>
      one.kind === 'form' && !inApi.has(one.action.name) ? [one.action.name] : [],
    );
    expect([...new Set(onlyForms)]).toEqual([]);
  });

  it('Q4 Q5 asks for the key of every act that counts once, and for the version where one can overwrite', () => {
    for (const route of all) {
      if (route.kind !== 'apiAction') continue;
      const operation = operations.find(({ operationId }) => operationId === route.action.name);
      const headers = operation?.parameters.filter((one) => one.in === 'header').map(({ name }) => name) ?? [];
      expect([route.action.name, headers.includes('Idempotency-Key')]).toEqual([
        route.action.name,
        route.action.once !== false,
      ]);
    }
  });
});
