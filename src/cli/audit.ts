import { audit } from '#platform/db/invariants';
import { openFileStore } from '#platform/files/store';
import { complain, say, withPools } from './operator.ts';

/** `saolang audit`: everything that must hold between tables, logs and files (Q17); exit code 1 when something does not. */
export async function run(): Promise<number> {
  return withPools(async (db, config) => {
    const checks = await audit(db, await openFileStore(config.filesUrl, config.dataDir));
    for (const { name, promise, looked, faults } of checks) {
      say(`${faults.length === 0 ? 'holds ' : 'BROKEN'}  ${name}: ${promise}${looked ? ` (${looked})` : ''}`);
      for (const fault of faults) complain(`        ${fault}`);
    }
    const broken = checks.filter(({ faults }) => faults.length > 0).length;
    say(broken === 0 ? `All ${checks.length} checks hold.` : `${broken} of ${checks.length} checks do not hold.`);
    return broken === 0 ? 0 : 1;
  });
}
