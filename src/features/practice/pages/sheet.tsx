import { z } from 'zod';
import { setIndexOf } from '#features/councils';
import { sheetStanding } from '#law/sheet-state';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, Icon, Note, Sheet, SheetBar, SheetResult, SheetSplit } from '#ui';
import { findPractice, mayCompare, ownSheets, type PracticeSheet } from '../queries.ts';
import { practicePaths } from '../urls.ts';
import { Comparison } from './comparison.tsx';

/** One's own practice sheet; handed in, beside the council's marks once these may be seen. */
export const practiceSheetPage = page({
  permission: 'practice.read',
  params: z.object({ id: uuid(), sheet: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, sheet: wanted }) {
    const [practice, own] = [await findPractice(ctx.db, id), await ownSheets(ctx.db, id, ctx.actor.account)];
    const sheet = own.find((one) => one.id === wanted);
    if (!practice || !sheet) throw notFound();
    const index = await setIndexOf(sheet.productSet);
    const standing = sheetStanding(index, sheet.answers);
    if (!standing.ok) throw new Error(`practice sheet ${wanted} holds ${standing.code}`);
    const open = practice.state === 'open' && sheet.submittedAt === null;
    return { practice, sheet, index, standing, open, compares: mayCompare(practice, own) };
  },
  head: ({ sheet }) => ({ title: `Phiên tập chấm: ${sheet.product}`, here: '/hoi-dong' }),
  view: ({ practice, sheet, index, standing, open, compares }, ctx) => (
    <div class="stack-5">
      <div>
        <p class="mb-1">
          <a class="crumb" href={practicePaths.one(practice.id)}>
            <Icon name="left" />
            {practice.title}
          </a>
        </p>
        <h1>{sheet.product}</h1>
        <p class="mut">{sheet.producer}</p>
      </div>
      <Note kind="info" title="Phiên tập chấm.">
        Điểm của bạn ở đây không tính vào đâu.
      </Note>
      {!open && compares && <Comparison sheet={sheet} index={index} standing={standing} />}
      {!open && !compares && (
        <Note kind="good" icon="lock" title="Phiếu tập đã nộp.">
          <a href={practicePaths.one(practice.id)}>Nộp các phiếu còn lại</a> để xem điểm Hội đồng.
        </Note>
      )}
      <Form
        action={`${practicePaths.sheet(practice.id, sheet.id)}/luu`}
        state={ctx.form('practice.save')}
        version={sheet.draftVersion}
        island={open ? 'score-sheet' : undefined}
        islandData={open ? { set: index.set, bands: index.bands, title: 'Phiếu tập của bạn' } : undefined}
      >
        <SheetSplit
          result={<SheetResult state={standing} title="Phiếu tập của bạn" />}
          bar={<SheetBar state={standing} />}
          aside={<Papers sheet={sheet} />}
        >
          <Sheet
            set={index.set}
            answers={sheet.answers}
            state={standing}
            locked={!open}
            remarks={sheet.notes}
            evidence={(code) => <Claim code={code} sheet={sheet} />}
          />
          {open && <Button>Lưu phiếu tập</Button>}
        </SheetSplit>
      </Form>
      {open && (
        <Form
          action={`${practicePaths.sheet(practice.id, sheet.id)}/nop`}
          state={ctx.form('practice.submit')}
          version={sheet.draftVersion}
          class="row items-center"
        >
          <Button kind="main" icon="send">
            Nộp phiếu tập đã lưu
          </Button>
          {standing.unanswered.length > 0 && (
            <p class="mut">Còn {standing.unanswered.length} tiêu chí chưa chấm, tính 0 điểm.</p>
          )}
        </Form>
      )}
    </div>
  ),
});

function Claim({ code, sheet }: { code: string; sheet: PracticeSheet }) {
  const cited = sheet.papers.filter((one) => one.criteria.includes(code));
  const claim = sheet.claims[code];
  if (!claim && cited.length === 0) return <p class="sm mut">Chủ thể chưa gắn minh chứng cho tiêu chí này.</p>;
  return (
    <div class="sm stack-2">
      {claim && <p>Chủ thể ghi: “{claim}”</p>}
      {cited.map((one) => (
        <p key={one.title}>Minh chứng: {one.title}</p>
      ))}
    </div>
  );
}

function Papers({ sheet }: { sheet: PracticeSheet }) {
  return (
    <section class="stack-4" aria-labelledby="giay-to">
      <h2 id="giay-to">Giấy tờ của hồ sơ</h2>
      {sheet.papers.length === 0 && <p class="mut">Hồ sơ không có giấy tờ nào.</p>}
      <ul class="stack-2">
        {sheet.papers.map((one) => (
          <li key={one.title}>
            {one.title}
            {one.criteria.length > 0 && <span class="sm mut">{` · tiêu chí ${one.criteria.join(', ')}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
