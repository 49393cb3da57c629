import { sql } from 'kysely';
import { v7 } from 'uuid';
import { ACT_RELATIONS, CHANGING, relationProblem } from '#law/act-validity';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { actMeant } from './named.ts';
import { findAct } from './queries.ts';
import { actRow, relateAct as relateInput, removeAct as removeInput, unrelateAct as unrelateInput } from './schema.ts';

/** Records what this act does to another; the validity of another is changed only by who keeps that one too. */
export const relateAct = action({
  name: 'legalAct.relate',
  title: 'Ghi quan hệ giữa văn bản',
  input: relateInput,
  output: actRow,
  subject: ({ id }) => id,
  async run(ctx, { id, kind, other: words, onDay, note }) {
    const act = await findAct(ctx.tx, id, ctx.day);
    if (!act) throw notFound();
    const other = await actMeant(ctx.tx, words, 'other');
    if (other.id === id) throw invalid('other', 'Chọn một văn bản khác.');
    const changing = CHANGING.includes(kind);
    const on = onDay ?? (changing ? (act.inForceFrom ?? act.issuedOn) : null);
    const problem = relationProblem(kind, act, other, on);
    if (problem) throw invalid(onDay === undefined ? 'other' : 'onDay', problem);
    if (changing && !(await ctx.may('legalAct.correct', other.id)))
      throw invalid('other', 'Văn bản kia do cơ quan khác ghi; chỉ cơ quan ấy đổi được hiệu lực của nó.');
    const already = await ctx.tx
      .selectFrom('legal_act_relation')
      .select('id')
      .where('act', '=', id)
      .where('other', '=', other.id)
      .where('kind', '=', kind)
      .executeTakeFirst();
    if (already)
      throw invalid('other', `Đã ghi “${ACT_RELATIONS[kind].does}” văn bản này. Bỏ dòng cũ trước khi ghi lại.`);
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'legalAct.relate',
      subject: id,
      expect: ctx.expect,
      facts: { kind, other: other.id, on },
      effect: async (tx) => {
        await tx
          .insertInto('legal_act_relation')
          .values({ id: v7(), act: id, kind, other: other.id, on_day: on, note: note ?? null })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Takes back a relation recorded by mistake. */
export const unrelateAct = action({
  name: 'legalAct.unrelate',
  title: 'Bỏ quan hệ giữa văn bản',
  input: unrelateInput,
  output: actRow,
  subject: ({ id }) => id,
  async run(ctx, { id, relation }) {
    const found = await ctx.tx
      .selectFrom('legal_act_relation')
      .select(['kind', 'other'])
      .where('id', '=', relation)
      .where('act', '=', id)
      .executeTakeFirst();
    if (!found) throw notFound();
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'legalAct.unrelate',
      subject: id,
      expect: ctx.expect,
      facts: found,
      effect: async (tx) => {
        await tx.deleteFrom('legal_act_relation').where('id', '=', relation).execute();
      },
    });
    return { id, version };
  },
});

/** Takes an act entered by mistake out of the register; refused while others rest on it. */
export const removeAct = action({
  name: 'legalAct.remove',
  title: 'Bỏ văn bản khỏi sổ',
  input: removeInput,
  output: actRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }) {
    const { rows } = await sql<{ used: boolean; planned: boolean; tasks: boolean; bodies: boolean }>`
      select exists (select from legal_act_relation r where r.act = ${id} or r.other = ${id}) as used,
        exists (select from target t where t.act = ${id}) as planned,
        exists (select from task w where w.act = ${id}) as tasks,
        exists (select from body b where ${id} in (b.act, b.ended_by)) or exists (select from body_member m where ${id} in (m.joined_by, m.left_by))
          or exists (select from commune_officer o where o.act = ${id})
          or exists (select from steering_meeting s join lifecycle l on l.id = s.id and l.state = 'kept' where s.act = ${id}) as bodies`.execute(
      ctx.tx,
    );
    if (rows[0]?.used)
      throw refused('Văn bản còn quan hệ với văn bản khác. Bỏ các quan hệ đó trước.', 'Quy chế làm việc của cơ quan');
    if (rows[0]?.tasks)
      throw refused(
        'Có việc giao theo văn bản này. Hủy hoặc giao lại các việc đó trước.',
        'Quy chế làm việc của cơ quan',
      );
    if (rows[0]?.bodies)
      throw refused(
        'Có ban, tổ, cán bộ phụ trách hoặc cuộc họp ghi văn bản này. Sửa các chỗ đó trước.',
        'Quy chế làm việc của cơ quan',
      );
    if (rows[0]?.planned)
      throw refused('Có chỉ tiêu giao theo văn bản này. Sửa các chỉ tiêu đó trước.', 'Quy chế làm việc của cơ quan');
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'legalAct.remove',
      subject: id,
      expect: ctx.expect,
      reason,
    });
    return { id, version };
  },
});
