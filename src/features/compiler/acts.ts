/** What an office does with its report: writes, settles what does not fit, sends, corrects; and what the office above answers. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalidFields, refused } from '#platform/refusal';
import { unsettled } from './checks.ts';
import { hashOf, makeNow } from './frozen.ts';
import { keepRows } from './kept-rows.ts';
import { tellOfReport, tellProvinces } from './letters.ts';
import { getReport, lastReason, type ReportRecord, versionsOf } from './queries.ts';
import {
  byReport,
  draftRow,
  keepFinding as keepInput,
  reportRow,
  withReason,
  writeReport as writeInput,
} from './schema.ts';

/** Version of the draft, its row locked until the transaction ends (Q5). */
async function draftVersion(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select draft_version as version from compiled_report where id = ${id}::uuid for update`.execute(tx);
  return rows[0]?.version ?? 0;
}

const WRITABLE: ReadonlySet<string> = new Set([
  ...['draft', 'returned', 'correcting', 'provinceDraft', 'returnedByMinistry', 'provinceCorrecting'],
  ...['countryDraft', 'countryCorrecting'],
]);
export const isWritable = ({ state }: Pick<ReportRecord, 'state'>): boolean => WRITABLE.has(state);

async function holdDraft(tx: Tx, id: string): Promise<ReportRecord> {
  const report = await getReport(tx, id);
  if (!isWritable(report))
    throw refused('Báo cáo đã gửi nên không sửa được. Chờ trả lại, hoặc mở bản đính chính sau khi được tiếp nhận.');
  return report;
}

/** Saves the free paragraphs. Not a move: a draft has a version and no row in the ledger; the sending keeps all of it. */
export const writeReport = action({
  name: 'report.write',
  title: 'Lưu phần viết của báo cáo',
  input: writeInput,
  output: draftRow,
  publicData: false,
  subject: ({ id }) => id,
  version: (tx, { id }) => draftVersion(tx, id),
  async run(ctx, { id, paragraphs }) {
    const report = await holdDraft(ctx.tx, id);
    const places = new Set(
      report.content.sections.flatMap(({ blocks }) => blocks.map((one) => (one.kind === 'free' ? one.id : ''))),
    );
    const strange = Object.keys(paragraphs).find((place) => !places.has(place));
    if (strange !== undefined)
      throw invalidFields([{ field: `paragraphs.${strange}`, message: 'Mẫu báo cáo không có mục này.' }]);
    return save(ctx.tx, id, { paragraphs: JSON.stringify(paragraphs) });
  },
});

/** Writes down why something that does not fit is left so; an empty reason takes that back. */
export const keepFinding = action({
  name: 'report.keep',
  permission: 'report.write',
  title: 'Ghi lý do giữ điều chưa khớp',
  input: keepInput,
  output: draftRow,
  publicData: false,
  subject: ({ id }) => id,
  version: (tx, { id }) => draftVersion(tx, id),
  async run(ctx, { id, finding, reason }) {
    const report = await holdDraft(ctx.tx, id);
    const { [finding]: _former, ...others } = report.kept;
    return save(ctx.tx, id, { kept: JSON.stringify(reason === '' ? others : { ...others, [finding]: reason }) });
  },
});

async function save(tx: Tx, id: string, set: { paragraphs?: string; kept?: string }) {
  const row = await tx
    .updateTable('compiled_report')
    .set((ask) => ({ ...set, draft_version: ask('draft_version', '+', 1) }))
    .where('id', '=', id)
    .returning('draft_version')
    .executeTakeFirstOrThrow();
  return { id, version: row.draft_version };
}

/** Sends the report up (the Ministry's own: issues it): freezes question, figures and text under a hash that stands in the ledger. */
export const sendReport = action({
  name: 'report.sendUp',
  title: 'Gửi báo cáo',
  input: byReport,
  output: reportRow,
  publicData: false,
  subject: ({ id }) => id,
  async run(ctx, { id }) {
    await draftVersion(ctx.tx, id);
    const report = await getReport(ctx.tx, id);
    const frozen = await makeNow(ctx.tx, report, ctx.day);
    const [last] = await versionsOf(ctx.tx, id);
    const [no, hash] = [(last?.no ?? 0) + 1, hashOf(frozen)];
    const why = last === undefined ? null : ((await lastReason(ctx.tx, id))?.reason ?? null);
    const moved = await carryOut(ctx.tx, ctx, {
      action: { commune: 'report.send', province: 'report.sendToMinistry', country: 'report.issueCountry' }[
        levelOf(report)
      ],
      subject: id,
      expect: ctx.expect,
      facts: { no, hash },
      shown: { no, hash, unsettled: unsettled(frozen.findings) },
      effect: async (tx, { no: ledger_no }) => {
        await tx
          .insertInto('compiled_report_version')
          .values({
            ...{ report: id, no, as_of: frozen.figures.now.asOf, sender: ctx.actor.name, reason: why, hash },
            ...{ ledger_no, sent_at: ctx.now, frozen: JSON.stringify(frozen) },
          })
          .execute();
        await keepRows(tx, { report: id, no }, frozen.unit, frozen.figures.now);
      },
    });
    if (frozen.sources === undefined) await tellOfReport(ctx.tx, report, 'sent');
    else await tellProvinces(ctx.tx, report, frozen.sources);
    return { id, state: moved.state, version: moved.version };
  },
});

/** The office above takes the report as it was sent. */
export const acceptReport = action({
  ...{ name: 'report.takeIn', title: 'Tiếp nhận báo cáo', input: byReport, output: reportRow, publicData: false },
  subject: ({ id }) => id,
  run: (ctx, given) =>
    answer(ctx, given, { commune: 'report.accept', province: 'report.acceptAtMinistry', told: 'accepted' }),
});

/** The office above gives it back with a reason. */
export const giveBackReport = action({
  ...{ name: 'report.handBack', title: 'Trả lại báo cáo', input: withReason, output: reportRow, publicData: false },
  subject: ({ id }) => id,
  run: (ctx, given) =>
    answer(ctx, given, { commune: 'report.giveBack', province: 'report.giveBackAtMinistry', told: 'returned' }),
});

/** The office opens a correction of what was accepted: the next version says why. */
export const correctReport = action({
  ...{ name: 'report.amend', title: 'Đính chính báo cáo', input: withReason, output: reportRow, publicData: false },
  subject: ({ id }) => id,
  run: (ctx, given) =>
    answer(ctx, given, {
      ...{ commune: 'report.correct', province: 'report.correctProvince', country: 'report.correctCountry' },
    }),
});

/** Throws a draft away that was never sent. */
export const discardReport = action({
  ...{ name: 'report.throwAway', title: 'Bỏ bản nháp', input: byReport, output: reportRow, publicData: false },
  subject: ({ id }) => id,
  async run(ctx, given) {
    const out = await answer(ctx, given, {
      ...{ commune: 'report.discard', province: 'report.discard', country: 'report.discard' },
    });
    await ctx.tx.updateTable('compiled_report').set({ open: false }).where('id', '=', given.id).execute();
    return out;
  },
});

/** The move of the report's own level, and who is told of it. */
interface Answer {
  readonly commune: string;
  readonly province: string;
  /** Left out: nobody stands above the Ministry. */
  readonly country?: string;
  readonly told?: 'accepted' | 'returned';
}

async function answer(ctx: ActionContext, { id, reason }: { id: string; reason?: string }, by: Answer) {
  const report = await getReport(ctx.tx, id);
  const action = by[levelOf(report)];
  if (action === undefined) throw refused('Báo cáo cả nước do Bộ tự ban hành: không tiếp nhận hay trả lại.');
  const moved = await carryOut(ctx.tx, ctx, {
    action,
    subject: id,
    expect: ctx.expect,
    ...(reason === undefined ? {} : { reason, facts: { reason } }),
  });
  if (by.told) await tellOfReport(ctx.tx, report, by.told, reason);
  return { id, state: moved.state, version: moved.version };
}

/** Whose report it is: its states and its paper go by it. */
export const levelOf = ({ office, province }: Pick<ReportRecord, 'office' | 'province'>) =>
  office === null ? 'country' : office === province ? 'province' : 'commune';
