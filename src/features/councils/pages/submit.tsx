import { sheetStanding } from '#law/sheet-state';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { ConfirmationPage, Note, Sheet, SheetResult } from '#ui';
import { setIndexOf } from '../compute.ts';
import { findSheet } from '../member-read.ts';
import { councilPaths } from '../urls.ts';
import { isOpen } from './sheet.tsx';

/** The whole sheet once more before it is handed in and locked (U32). */
export const submitSheetPage = page({
  permission: 'sheet.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const sheet = await findSheet(ctx.db, id);
    if (!sheet) throw notFound();
    if (!isOpen(sheet)) return redirect(councilPaths.sheet(id));
    const index = await setIndexOf(sheet.productSet);
    const standing = sheetStanding(index, sheet.answers);
    if (!standing.ok) throw new Error(`sheet ${id} holds ${standing.code}`);
    return { sheet, index, standing };
  },
  head: ({ sheet }) => `Nộp phiếu chấm: ${sheet.product}`,
  view: ({ sheet, index, standing }, ctx) => (
    <ConfirmationPage
      question="Nộp phiếu chấm này?"
      thing={
        <>
          <b>{sheet.product}</b>
          <p class="mut">{sheet.producer}</p>
        </>
      }
      consequences={[
        { icon: 'lock', words: 'Phiếu bị khóa và có mã niêm phong ngay khi nộp.' },
        { icon: 'eye', words: 'Không ai thấy điểm của bạn trước khi thư ký mở điểm.' },
        { icon: 'back', words: 'Chỉ Chủ tịch Hội đồng mở lại được phiếu, có lý do; bản đã nộp vẫn được giữ.' },
      ]}
      action={councilPaths.submit(sheet.id)}
      state={ctx.form('sheet.submit')}
      version={sheet.version}
      hidden={{ draftVersion: String(sheet.draftVersion) }}
      act="Nộp phiếu"
      back={councilPaths.sheet(sheet.id)}
    >
      {standing.unanswered.length > 0 && (
        <Note kind="soon" title={`Còn ${standing.unanswered.length} tiêu chí chưa chấm, tính 0 điểm.`}>
          Tiêu chí {standing.unanswered.join(', ')}.
        </Note>
      )}
      <SheetResult state={standing} title="Phiếu của bạn" />
      <details>
        <summary>Xem lại cả phiếu</summary>
        <Sheet set={index.set} answers={sheet.answers} state={standing} remarks={sheet.notes} locked />
      </details>
    </ConfirmationPage>
  ),
});
