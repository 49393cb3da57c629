import { v7 } from 'uuid';
import { teamOf } from '#features/councils';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { councilRow, nameTeam as nameInput } from './schema.ts';

const keyOf = (one: { name: string; organisation: string }) => `${one.name.normalize('NFC')}|${one.organisation}`;

/**
 * Writes down the advisory team the council's decision names, whole, every time. Who stays keeps the dossiers given to
 * them; who is left out stays on what they did.
 */
export const nameTeam = action({
  name: 'council.nameTeam',
  title: 'Ghi Tổ tư vấn của Hội đồng',
  input: nameInput,
  output: councilRow,
  subject: (given) => given.id,
  async run(ctx, { id, members }) {
    const shown: FactsOf<'council.nameTeam'> = {
      leaders: members.filter(({ leader }) => leader).length,
      members: members.length,
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'council.nameTeam',
      subject: id,
      expect: ctx.expect,
      facts: { members: members.map(({ name, organisation, leader }) => ({ name, organisation, leader })) },
      shown,
      effect: async (tx) => {
        const before = new Map((await teamOf(tx, id)).map((one) => [keyOf(one), one.id]));
        for (const [position, one] of members.entries()) {
          const row = { position, job: one.job ?? null, leader: one.leader };
          const kept = before.get(keyOf(one));
          before.delete(keyOf(one));
          if (kept !== undefined)
            await tx.updateTable('advisory_team_member').set(row).where('id', '=', kept).execute();
          else {
            const { name, organisation } = one;
            await tx
              .insertInto('advisory_team_member')
              .values({ id: v7(), council: id, name, organisation, ...row })
              .execute();
          }
        }
        for (const gone of before.values())
          await tx.updateTable('advisory_team_member').set({ ended_at: ctx.now }).where('id', '=', gone).execute();
      },
    });
    return { id, version: moved.version };
  },
});
