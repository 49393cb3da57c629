import { sql } from 'kysely';
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { PERCENT, readTarget, sayTarget, targetProblem } from '#law/targets';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import {
  COUNTRY,
  cancelTarget as cancelInput,
  correctTarget as correctInput,
  setTarget as setInput,
  type TargetGiven,
  targetRow,
} from './schema.ts';

/** Enters a target given to a unit for some years. */
export const setTarget = action({
  name: 'target.set',
  title: 'Ghi chỉ tiêu',
  input: setInput,
  output: targetRow,
  async run(ctx, given) {
    const { columns, facts } = await judged(ctx, given);
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      process: 'target',
      id,
      action: 'target.set',
      reach: { province: columns.unit === null ? null : ctx.actor.area },
      facts,
      effect: async (tx) => {
        await tx
          .insertInto('target')
          .values({ id, ...columns })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts a target right or changes it by a later act; the ledger keeps what it was. */
export const correctTarget = action({
  name: 'target.correct',
  title: 'Sửa chỉ tiêu',
  input: correctInput,
  output: targetRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason, ...given }) {
    const { columns, facts } = await judged(ctx, given);
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'target.correct',
      subject: id,
      expect: ctx.expect,
      reason,
      facts,
      effect: async (tx) => {
        await tx.updateTable('target').set(columns).where('id', '=', id).execute();
      },
    });
    return { id, version };
  },
});

/** Takes a target back; no report counts it any more. */
export const cancelTarget = action({
  name: 'target.cancel',
  title: 'Hủy chỉ tiêu',
  input: cancelInput,
  output: targetRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }) {
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'target.cancel',
      subject: id,
      expect: ctx.expect,
      reason,
    });
    return { id, version };
  },
});

/** What is kept of a target, after everything that can be wrong with it. */
async function judged(ctx: ActionContext, given: TargetGiven) {
  const unit = given.unit === COUNTRY ? null : given.unit;
  await refuseForeign(ctx, unit);
  const { percent, ...number } = readTarget(given.plan);
  const measure = percent ? PERCENT : (given.measure ?? (number.comparator === 'words' ? 'lời' : undefined));
  if (measure === undefined) throw invalid('measure', 'Ghi đơn vị tính, ví dụ: sản phẩm.');
  const denominator = measure === PERCENT ? (given.denominator ?? null) : null;
  const problem = targetProblem({ ...number, measure, denominator, from: given.from, to: given.to });
  if (problem) throw invalid(problem.field, problem.message);
  const share = given.indicator?.startsWith('share.') ?? false;
  if (given.indicator !== undefined && number.comparator === 'words')
    throw invalid('indicator', 'Chỉ tiêu bằng lời không đo bằng số liệu. Bỏ chọn số liệu.');
  if (given.indicator !== undefined && share !== (measure === PERCENT))
    throw invalid('indicator', 'Chỉ tiêu phần trăm đo bằng tỷ lệ; chỉ tiêu số đo bằng số đếm. Chọn lại số liệu.');
  const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
  const decimal = (value: number | null) => (value === null ? null : sql<string>`${value}::numeric`);
  const columns = {
    ...{ unit, from_on: given.from, to_on: given.to, name: given.name, comparator: number.comparator },
    ...{ low: decimal(number.low), high: decimal(number.high), measure, denominator },
    ...{
      indicator: given.indicator ?? null,
      act: act?.id ?? null,
      owner: given.owner ?? null,
      note: given.note ?? null,
    },
    quote: number.comparator === 'words' ? given.plan : null,
  };
  const said = sayTarget(number, { measure, denominator }) ?? given.plan;
  const facts = { unit, from: given.from, to: given.to, name: given.name, said, indicator: given.indicator ?? null };
  return { columns, facts: { ...facts, act: act?.label ?? null } };
}

/** The Ministry plans for the country, a province for itself, its communes and what became part of it. */
async function refuseForeign({ tx, actor }: ActionContext, unit: string | null): Promise<void> {
  if (actor.area === null) {
    if (unit !== null) throw invalid('unit', 'Bộ ghi chỉ tiêu của cả nước; chỉ tiêu của tỉnh do tỉnh ghi.');
    return;
  }
  const { rows } = await sql<{ own: boolean }>`
    select ${unit}::uuid = ${actor.area}::uuid
        or exists (select from unit_version v where v.unit = ${unit}::uuid and v.parent = ${actor.area}::uuid)
        or exists (select from unit_succession s where s.former = ${unit}::uuid and s.successor = ${actor.area}::uuid) as own`.execute(
    tx,
  );
  if (rows[0]?.own !== true)
    throw invalid('unit', 'Chọn tỉnh của bạn, xã trong tỉnh, hoặc tỉnh cũ nay thuộc tỉnh của bạn.');
}
