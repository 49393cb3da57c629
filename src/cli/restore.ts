import { createReadStream } from 'node:fs';
import { steps } from '#law/moves';
import { readBackup } from '#platform/backup/restore';
import { openDatabase } from '#platform/db/database';
import { openFileStore } from '#platform/files/store';
import { verifyLogs } from '#platform/ledger/verify';
import { complain, ownerOf, say, withDatabaseOf } from './operator.ts';

/** `saolang restore FILE.tar.gz`: into an empty database and file store; then checks ledger and access log. */
export async function run([file]: readonly string[]): Promise<number> {
  if (file === undefined) {
    complain('Usage: saolang restore FILE.tar.gz');
    return 2;
  }
  return withDatabaseOf(async (located, config) => {
    const files = await openFileStore(config.filesUrl, config.dataDir);
    const source = file === '-' ? process.stdin : createReadStream(file);
    const result = await readBackup(ownerOf(located), files, source, { steps, say });
    say(`Restored the state of ${result.createdAt}: ${result.rows} rows, ${result.files} files.`);
    const db = await openDatabase(located, { poolSize: 2, reportPoolSize: 2 });
    try {
      const { rows, breaks } = await verifyLogs(db.report);
      for (const { log, no, what } of breaks) complain(`${log} row ${no}: ${what}`);
      if (breaks.length === 0) say(`Ledger whole: ${rows.ledger} moves, ${rows.access_log} entries of the access log.`);
      return breaks.length === 0 ? 0 : 1;
    } finally {
      await db.close();
    }
  });
}
