#!/usr/bin/env node
// The command line's front step. Node 24 reads TypeScript by itself; pages (TSX) and older Nodes go through tsx.
// Commands named here load no page, so they start without it.
const PLAIN = new Set(['score']);
const command = process.argv[2] ?? 'help';
if (!(process.features.typescript && PLAIN.has(command))) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import('../src/cli.ts');
process.exitCode = await main(process.argv.slice(2));
