import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { generateSchema, SCHEMA_FILE } from './generate.ts';

const { urls } = await testDatabase();

test('schema.generated.ts is what the migrations make (npm run generate)', async () => {
  expect(await generateSchema(urls.owner)).toBe(await readFile(SCHEMA_FILE, 'utf8'));
});
