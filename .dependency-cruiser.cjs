// Who may know whom: docs/architecture in one file. `npm run check` runs it; every rule is an error, type imports count.
const testFile = '[.]test[.]tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'law-knows-nothing',
      comment: 'The law is data and reasoning: no library, no Node, no clock.',
      severity: 'error',
      from: { path: '^src/law/', pathNot: testFile },
      to: { pathNot: '^src/law/' },
    },
    {
      name: 'policy-knows-only-law',
      severity: 'error',
      from: { path: '^src/policy[.]ts$' },
      to: { pathNot: '^src/law/' },
    },
    {
      name: 'platform-knows-no-ocop',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: testFile },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'ui-knows-only-ui',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: testFile },
      to: { path: '^src/', pathNot: '^src/ui/' },
    },
    {
      name: 'islands-know-little',
      comment: 'One set arrives in the page as data; an island scores it and checks messages, nothing else.',
      severity: 'error',
      from: { path: '^src/islands/', pathNot: testFile },
      to: {
        path: '^src/',
        pathNot: [
          '^src/islands/',
          '^src/ui/',
          '^src/law/(scoring|sheet-state)[.]ts$',
          '^src/features/[^/]+/schema[.]ts$',
        ],
      },
    },
    {
      name: 'islands-carry-no-rulebook',
      severity: 'error',
      from: { path: '^src/islands/', pathNot: testFile },
      to: { path: '^src/law/rulebooks/.*[.]json$', reachable: true },
    },
    {
      name: 'neighbours-use-the-door',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index[.]ts$'] },
    },
    {
      name: 'only-the-top-sees-everything',
      severity: 'error',
      from: { path: '^src/(law|policy|platform|features|ui|islands)', pathNot: testFile },
      to: { path: '^src/(wiring|urls|server|cli)' },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(src|bin|tools)/', pathNot: testFile },
      to: { path: ['^(tests|bench)/', testFile] },
    },
    {
      name: 'product-uses-product-packages',
      comment: 'What runs in production is in "dependencies", not in "devDependencies".',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: [testFile, '^src/platform/db/generate[.]ts$'] }, // a developer's command
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
