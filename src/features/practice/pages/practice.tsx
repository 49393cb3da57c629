import { setIndexOf } from '#features/councils';
import { scoreSheet } from '#law/scoring';
import { meanText } from '#law/stars';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, Form, Icon, Note } from '#ui';
import { findPractice, mayCompare, ownSheets, type PracticeSheet, type Progress, progressOf } from '../queries.ts';
import { practicePaths } from '../urls.ts';

/** A practice: a member's own sheets, or for the office who has finished. */
export const practicePage = page({
  permission: 'practice.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const practice = await findPractice(ctx.db, id);
    if (!practice) throw notFound();
    const own = await ownSheets(ctx.db, id, ctx.actor.account);
    const byOffice = await ctx.may('practice.end', id);
    const progress = byOffice || practice.state === 'ended' ? await progressOf(ctx.db, id) : [];
    const compares = mayCompare(practice, own);
    const sheets = await Promise.all(own.map(async (one) => ({ one, total: await totalOf(one) })));
    return { practice, sheets, compares, byOffice, progress };
  },
  head: ({ practice }) => ({ title: `Phiên tập chấm: ${practice.title}`, here: '/hoi-dong' }),
  view: ({ practice, sheets, compares, byOffice, progress }, ctx) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={practicePaths.list}>
            <Icon name="left" />
            Phiên tập chấm
          </a>
        </p>
        <h1>{practice.title}</h1>
        <p class="mut">Phiên tập chấm của {practice.council}</p>
      </div>
      <Note kind="info" title="Đây là phiên tập chấm.">
        Điểm ở đây không tính vào đâu: hồ sơ, kết quả và thống kê giữ nguyên.
      </Note>
      {sheets.length > 0 && (
        <Sheets practice={practice.id} sheets={sheets} compares={compares} ended={practice.state === 'ended'} />
      )}
      {byOffice && <Members progress={progress} />}
      {byOffice && practice.state === 'open' && (
        <Form
          action={practicePaths.end(practice.id)}
          state={ctx.form('practice.end')}
          version={practice.version}
          class="stack-3"
        >
          <p class="mut">Kết thúc thì không nhận phiếu nữa và mọi người xem được điểm Hội đồng.</p>
          <Button>Kết thúc phiên tập</Button>
        </Form>
      )}
    </div>
  ),
});

async function totalOf({ productSet, answers }: PracticeSheet): Promise<number | null> {
  const scored = scoreSheet(await setIndexOf(productSet), answers);
  return scored.ok ? scored.total : null;
}

function Sheets({
  practice,
  sheets,
  compares,
  ended,
}: {
  practice: string;
  sheets: readonly { one: PracticeSheet; total: number | null }[];
  compares: boolean;
  ended: boolean;
}) {
  return (
    <section class="stack-4" aria-labelledby="phieu-tap">
      <h2 id="phieu-tap">Phiếu tập của bạn</h2>
      {!compares && <p class="mut">Nộp đủ {sheets.length} phiếu thì xem được điểm Hội đồng.</p>}
      <DataTable
        rows={sheets}
        caption="Phiếu tập của bạn"
        keyOf={({ one }) => one.id}
        columns={[
          {
            head: 'Sản phẩm',
            rowHead: true,
            cell: ({ one }) => <a href={practicePaths.sheet(practice, one.id)}>{one.product}</a>,
          },
          {
            head: 'Phiếu của bạn',
            cell: ({ one, total }) =>
              one.submittedAt ? `Đã nộp, ${total} điểm` : ended ? 'Không nộp' : total === 0 ? 'Chưa chấm' : 'Đang chấm',
          },
          {
            head: 'Điểm Hội đồng',
            cell: ({ one }) => (compares ? `${meanText(one.known)} điểm` : 'Chưa xem được'),
          },
        ]}
      />
    </section>
  );
}

function Members({ progress }: { progress: readonly Progress[] }) {
  return (
    <section class="stack-4" aria-labelledby="da-nop">
      <h2 id="da-nop">Ai đã nộp</h2>
      <DataTable
        rows={progress}
        caption="Ai đã nộp"
        keyOf={(row) => row.account}
        columns={[
          { head: 'Thành viên', rowHead: true, cell: (row) => row.name },
          { head: 'Đã nộp', cell: (row) => `${row.handedIn}/${row.sheets} phiếu` },
        ]}
      />
    </section>
  );
}
