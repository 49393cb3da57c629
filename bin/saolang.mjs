#!/usr/bin/env node
// The command line's front step. Node 24 reads TypeScript by itself; pages (TSX) and older Nodes go through tsx.
// Commands named here load no page, so they start without it.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const PLAIN = new Set(['score', 'verify-session', 'help', 'migrate', 'backup', 'restore', 'ledger']);
const command = process.argv[2] ?? 'help';
// npm leaves out the install step before a script when it is told to ignore scripts.
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) await import('../tools/ensure-install.mjs');
// Keeps the stripped and compiled modules for the next start; where the folder cannot be written it does nothing.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/saolang', import.meta.url)));
if (!(process.features.typescript && PLAIN.has(command))) {
  const { register } = await import('tsx/esm/api');
  register();
  const { registerPlainNames } = await import('./plain-names.mjs');
  registerPlainNames();
}
const { main } = await import('../src/cli.ts');
process.exitCode = await main(process.argv.slice(2));
