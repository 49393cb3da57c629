import type { VNode } from 'preact';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import {
  Button,
  Form,
  FormEnd,
  Icon,
  Note,
  SavedMark,
  Sheet,
  SheetBar,
  SheetContents,
  SheetLayout,
  SheetResult,
} from '#ui';
import { sheetOf, standingOf } from '../sheet.ts';
import { adviserPath, dossierPath, selfScorePath } from '../urls.ts';
import { citedPapers } from '../wallet.ts';
import { readWriting } from '../writing.ts';
import { dossierHead } from './parts.tsx';

const FORM_ID = 'phieu';
const FOOT = 'Điểm tự chấm không ràng buộc Hội đồng.';

/**
 * The self-score on the official sheet of the product set: total, band and missing gates follow every choice, evidence
 * hangs below each criterion. Without JavaScript the same with buttons that save.
 */
export const selfScorePage = page({
  permission: 'dossier.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const writing = await readWriting(ctx, id);
    const [sheet, papers] = await Promise.all([sheetOf(writing.dossier), citedPapers(ctx.db, id)]);
    return { ...writing, sheet, papers, standing: standingOf(writing.dossier, sheet), open: writing.may('answers') };
  },
  head: ({ dossier, open }) => dossierHead('Tự chấm điểm', dossier.id, open ? { acts: <Acts id={dossier.id} /> } : {}),
  view: ({ dossier, returned, sheet, papers, standing, open, may }, ctx): VNode => {
    const { set, rulebook } = sheet;
    const reasons = (returned?.items ?? []).filter(({ target }) => target === 'answers');
    const attach = may('papers');
    const tray = (code: string) => {
      const here = papers.filter(({ criteria }) => criteria.includes(code));
      return (
        <>
          {here.map(({ id, title, file }) => (
            <a key={id} class="file" href={`/tep/${file.id}`}>
              <Icon name="paper" />
              {title}
            </a>
          ))}
          {attach && (
            <Button
              small
              icon="plus"
              name="attach"
              value={code}
              novalidate
              label={`Gắn minh chứng cho tiêu chí ${code}`}
            >
              Gắn minh chứng
            </Button>
          )}
        </>
      );
    };
    return (
      <SheetLayout
        contents={<SheetContents set={set} points={standing.points} />}
        result={<SheetResult state={standing} foot={FOOT} />}
        bar={<SheetBar state={standing} />}
      >
        <p class="sm mut">
          {dossier.product.name} · Quyết định {rulebook.legalBasis[0]?.number}, bộ {set.no}: {set.name}
        </p>
        <div class="row between line mb-4">
          <h1>Tự chấm điểm</h1>
          {open && <SavedMark />}
        </div>
        {standing.total > 0 && (
          <p class="mb-4">
            <a class="row tight line" href={adviserPath(dossier.id)}>
              <Icon name="award" />
              {standing.nextStar ? `Còn thiếu gì để lên ${standing.nextStar} sao?` : 'Vì sao đã đủ 5 sao'}
            </a>
          </p>
        )}
        {reasons.map(({ reason }) => (
          <Note key={reason} kind="soon" icon="back" title="Cần sửa:">
            {reason}
          </Note>
        ))}
        {!open && <Note kind="info">Bảng tự chấm đang khóa, chỉ để xem.</Note>}
        <Form
          id={FORM_ID}
          action={`${dossierPath(dossier.id)}/tu-cham`}
          state={ctx.form('dossier.saveAnswers')}
          version={dossier.draftVersion}
          label="Tự chấm điểm"
          island={open ? 'score-sheet' : undefined}
          islandData={
            open
              ? {
                  set,
                  bands: rulebook.starBands,
                  save: { url: `/api/v1/dossiers/${dossier.id}/answers`, version: dossier.draftVersion },
                  foot: FOOT,
                }
              : undefined
          }
        >
          <Sheet
            set={set}
            answers={dossier.answers}
            state={standing}
            locked={!open}
            evidence={tray}
            {...(open ? { remarks: dossier.answerNotes } : {})}
            remarkWord="Giải trình"
            remarkHint="Mô tả ngắn vì sao chọn mức này."
          />
          {open && (
            <FormEnd>
              <Button>Lưu bảng tự chấm</Button>
            </FormEnd>
          )}
        </Form>
      </SheetLayout>
    );
  },
});

function Acts({ id }: { id: string }) {
  return (
    <Button kind="main" form={FORM_ID} formAction={`${selfScorePath(id)}/xong`}>
      Lưu, về danh sách
    </Button>
  );
}
