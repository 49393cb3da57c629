import { parseArgs } from 'node:util';
import { z } from 'zod';
import { firstAdministrator, identityPaths } from '#features/identity';
import { systemClock } from '#platform/clock';
import { secretIn } from '#platform/secret';
import { wireLedger } from '../wiring.ts';
import { complain, say, withPools } from './operator.ts';

const usage = 'Usage: saolang admin create --user quan.tri --name "Nguyễn Thị Lan" [--email lan@vidu.vn]';
const asked = z.object({
  user: z.string().regex(/^[a-z0-9][a-z0-9._@+-]{2,99}$/, 'user: small letters, digits, dots and hyphens'),
  name: z.string().trim().min(1, 'name: who it is').max(100),
  email: z.email('email: an e-mail address').optional(),
});

/** `saolang admin create`: makes the first administrator and prints the code to take the account up with (S10). */
export async function run([what, ...args]: readonly string[]): Promise<number> {
  const read = what === 'create' ? readAsked(args) : null;
  if (read === null) {
    complain(usage);
    return 2;
  }
  return withPools(async (db, config) => {
    wireLedger();
    const secret = config.secret ?? (await secretIn(config.dataDir));
    const given = { now: systemClock.now(), day: systemClock.today(), secret };
    const person = { username: read.user, fullName: read.name, email: read.email };
    const code = await db.transaction((tx) => firstAdministrator(tx, person, given));
    say(`Open ${config.baseUrl}${identityPaths.activate}`);
    say(`User name: ${read.user}`);
    say(`Code: ${code}   (once, within 72 hours)`);
    return 0;
  });
}

function readAsked(args: readonly string[]): z.output<typeof asked> | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { user: text, name: text, email: text } });
    const read = asked.safeParse(values);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) complain(message);
    return null;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return null;
  }
}
