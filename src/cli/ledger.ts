import { newestSeals, sealLogs } from '#platform/ledger/seal';
import { verifyLogs } from '#platform/ledger/verify';
import { complain, say, withPools } from './operator.ts';

/**
 * `saolang ledger verify`: is it whole? Names the first broken row; exit code 1. `saolang ledger seal`: seals now.
 * `saolang ledger head`: seals now and prints the newest seals as JSON, to be kept elsewhere: proof against a later rewrite.
 */
export async function run([what]: readonly string[]): Promise<number> {
  if (what === 'seal') {
    return withPools(async (db) => {
      say(`${await sealLogs(db.app)} rows sealed.`);
      return 0;
    });
  }
  if (what === 'head') {
    return withPools(async (db) => {
      await sealLogs(db.app);
      say(JSON.stringify(await newestSeals(db.report)));
      return 0;
    });
  }
  if (what !== 'verify') {
    complain('Usage: saolang ledger verify | saolang ledger seal | saolang ledger head');
    return 2;
  }
  return withPools(async (db) => {
    const { rows, seals, unsealed, breaks } = await verifyLogs(db.report);
    say(`ledger: ${rows.ledger} rows, ${seals.ledger} seals, ${unsealed.ledger} rows not sealed yet`);
    say(`access log: ${rows.access_log} rows, ${seals.access_log} seals, ${unsealed.access_log} rows not sealed yet`);
    if (breaks.length === 0) {
      say('Whole.');
      return 0;
    }
    const [first] = breaks;
    complain(
      `BROKEN. First broken row: ${first?.log} ${first?.no}${first?.subject ? ` (subject ${first.subject})` : ''}`,
    );
    for (const { log, no, subject, what: why } of breaks)
      complain(`  ${log} ${no}${subject ? ` ${subject}` : ''}: ${why}`);
    return 1;
  });
}
