// The agency's rules of signing in: lengths, second factor, timeouts (the ⚙ of S1, S3, S7).
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { changeSetting } from '#platform/settings';
import { type SignInRules, signInRulesInput, signInRulesOut } from './schema.ts';
import { type IdentitySettings, identitySettingsKey } from './settings.ts';

/** Sets the rules from today on; they count at the next request of everybody. */
export const changeSignInRules = action({
  name: 'settings.changeSignIn',
  permission: 'settings.change',
  title: 'Đổi quy tắc đăng nhập',
  publicData: false,
  input: signInRulesInput,
  output: signInRulesOut,
  fresh: true,
  async run(ctx, given) {
    const value = settingsOf(given);
    // All settings of the office are one subject of the ledger, born with the first change.
    await sql`select pg_advisory_xact_lock(hashtextextended('settings', 0))`.execute(ctx.tx);
    const kept = await ctx.tx.selectFrom('lifecycle').select('id').where('process', '=', 'settings').executeTakeFirst();
    const move = { action: 'settings.change', reason: given.reason, facts: { key: identitySettingsKey, value } };
    if (kept) await carryOut(ctx.tx, ctx, { ...move, subject: kept.id });
    else await beget(ctx.tx, ctx, { ...move, process: 'settings', id: v7(), reach: {} });
    await changeSetting(ctx.tx, {
      key: identitySettingsKey,
      scope: null,
      validFrom: ctx.day,
      value,
      note: given.reason,
    });
    return { validFrom: ctx.day };
  },
});

function settingsOf(given: SignInRules): IdentitySettings {
  return {
    passwordAtLeast: { producer: given.passwordProducer, officer: given.passwordOfficer },
    passwordMaximumDays: given.passwordDays ?? null,
    secondFactor: given.secondFactor,
    timeouts: {
      producer: { idle: given.producerIdleHours * 60, absolute: given.producerAbsoluteDays * 24 * 60 },
      officer: { idle: given.idleMinutes, absolute: given.absoluteHours * 60 },
    },
  };
}
