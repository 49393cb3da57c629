import { exclusionGrounds } from '#law/dossier';
import { nextOpen } from '#law/meeting';
import { sheetStanding } from '#law/sheet-state';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  Form,
  formatMoment,
  formatTime,
  Note,
  SavedMark,
  Sheet,
  SheetBar,
  SheetResult,
  SheetSplit,
  type Slat,
} from '#ui';
import { setIndexOf } from '../compute.ts';
import { findSheet, type SheetView } from '../member-read.ts';
import { paperWords } from '../paper-read.ts';
import { tastedOf } from '../tasting-read.ts';
import { councilPaths } from '../urls.ts';
import { BallotNote } from './ballot-note.tsx';
import { blindShown, Claim, Evidence, namedShown } from './evidence.tsx';
import { heldNow, MeetingStrip } from './meeting-strip.tsx';
import { closingWords } from './mine.tsx';
import { OpinionFields } from './opinion-fields.tsx';
import { TastedNotes } from './tasted-notes.tsx';

/** A member's score sheet beside the evidence (U29). Saves every change; nothing of others is ever on it (S14, U31). */
export const scoreSheetPage = page({
  permission: 'sheet.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'council',
  async load(ctx, { id }) {
    const sheet = await findSheet(ctx.db, id);
    if (!sheet) throw notFound();
    const index = await setIndexOf(sheet.productSet);
    const standing = sheetStanding(index, sheet.answers);
    if (!standing.ok) throw new Error(`sheet ${id} holds ${standing.code}`);
    const papers = await (sheet.blind ? blindShown(ctx.db, sheet) : namedShown(ctx.db, sheet));
    const [held, tasted] = await Promise.all([heldNow(ctx, sheet.session), tastedOf(ctx.db, id)]);
    return { sheet, index, standing, papers, held, tasted, now: ctx.now };
  },
  head: ({ sheet, now }) => ({
    title: `Phiếu chấm: ${sheet.product}`,
    up: { href: councilPaths.mine, words: 'Phiếu chấm của tôi' },
    council: {
      title: sheet.product,
      sub: `${sheet.producer}${sheet.productCode ? ` · Mã ${sheet.productCode}` : ''}`,
      ...(sheet.pile.length > 1
        ? { slats: pileSlats(sheet), slatsSaid: `Sản phẩm ${place(sheet) + 1} trong ${sheet.pile.length}` }
        : {}),
      ...(sheet.closesAt && isOpen(sheet) ? { closes: { words: closingWords(new Date(sheet.closesAt), now) } } : {}),
      saved: isOpen(sheet) ? (
        <SavedMark at={sheet.savedAt ? formatTime(new Date(sheet.savedAt)) : undefined} />
      ) : undefined,
      acts: <Acts sheet={sheet} />,
    },
  }),
  view: ({ sheet, index, standing, papers, held, tasted }, ctx) => {
    const open = isOpen(sheet);
    const grounds = exclusionGrounds(index.set);
    return (
      <Form
        id="phieu"
        action={`/cham/${sheet.id}/luu`}
        state={ctx.form('sheet.save')}
        version={sheet.draftVersion}
        island={open ? 'score-sheet' : undefined}
        islandData={
          open
            ? {
                set: index.set,
                bands: index.bands,
                save: { url: `/api/v1/sheets/${sheet.id}`, version: sheet.draftVersion },
                title: 'Phiếu của bạn',
              }
            : undefined
        }
      >
        {held && <MeetingStrip sheet={sheet} held={held} />}
        {!open && <Locked sheet={sheet} />}
        <SheetSplit
          result={<SheetResult state={standing} title="Phiếu của bạn" />}
          bar={<SheetBar state={standing} />}
          aside={
            <>
              <TastedNotes tasted={tasted} />
              <Evidence papers={papers} sheet={sheet} />
            </>
          }
        >
          {open && sheet.openedAgain !== null && (
            <div class="mb-6">
              <Note kind="soon" title="Phiếu được mở lại để chấm lại.">
                Lý do: {sheet.openedAgain.replace(/[.\s]+$/, '')}. Bản đã nộp vẫn được giữ; sửa chỗ cần sửa rồi nộp lại.
              </Note>
            </div>
          )}
          {open && sheet.mode === 'written' && <BallotNote sheet={sheet} />}
          {index.set.disqualifiers.map((text) => (
            <div key={text} class="mb-6">
              <Note kind="stop" title="Bị loại nếu.">
                {text}
              </Note>
            </div>
          ))}
          <Sheet
            set={index.set}
            answers={sheet.answers}
            state={standing}
            locked={!open}
            remarks={sheet.notes}
            evidence={(code) => <Claim code={code} papers={papers} sheet={sheet} />}
          />
          {open && (
            <section class="stack-5" aria-labelledby="y-kien">
              <h2 id="y-kien">Ý kiến của người đánh giá</h2>
              <OpinionFields opinion={sheet.opinion} exclusion={sheet.exclusion} grounds={grounds} />
              <Button>Lưu phiếu</Button>
            </section>
          )}
        </SheetSplit>
      </Form>
    );
  },
});

export const isOpen = (sheet: SheetView): boolean =>
  sheet.state === 'open' && sheet.sessionState === 'scoring' && !sheet.absent;

const place = (sheet: SheetView): number => sheet.pile.findIndex((one) => one.id === sheet.id);

function pileSlats(sheet: SheetView): Slat[] {
  return sheet.pile.map((one) => (one.state === 'submitted' ? 'done' : one.id === sheet.id ? 'work' : 'missing'));
}

function Acts({ sheet }: { sheet: SheetView }) {
  const at = place(sheet);
  const before = sheet.pile[at - 1];
  const after = sheet.pile[at + 1];
  return (
    <>
      {before && (
        <Button href={councilPaths.sheet(before.id)} icon="left" label={`Sản phẩm trước: ${before.product}`}>
          Trước
        </Button>
      )}
      {isOpen(sheet) ? (
        <Button kind="main" form="phieu" formAction={councilPaths.saveAndSubmit(sheet.id)} icon="send">
          Nộp phiếu
        </Button>
      ) : (
        <Onward sheet={sheet} />
      )}
      {after && (
        <Button href={councilPaths.sheet(after.id)} iconAfter="right" label={`Sản phẩm sau: ${after.product}`}>
          Sau
        </Button>
      )}
    </>
  );
}

/** From a sheet that is done to the next one to score in the order of the agenda, in one tap; to the list when none is left. */
function Onward({ sheet }: { sheet: SheetView }) {
  const next = sheet.sessionState === 'scoring' && !sheet.absent ? nextOpen(sheet.pile, sheet.id) : undefined;
  if (!next)
    return (
      <Button kind="main" href={councilPaths.mine}>
        Về phiếu chấm của tôi
      </Button>
    );
  const left = sheet.pile.filter((one) => one.state === 'open').length;
  return (
    <Button kind="main" href={councilPaths.sheet(next.id)} label={`Hồ sơ tiếp theo: ${next.product}`}>
      Hồ sơ tiếp theo, còn {left} phiếu
    </Button>
  );
}

function Locked({ sheet }: { sheet: SheetView }) {
  if (sheet.state === 'open' && sheet.absent)
    return (
      <Note kind="stop" title="Thư ký đã ghi bạn vắng mặt ở phiên này.">
        Phiếu không nhận nữa. Liên hệ thư ký Hội đồng nếu ghi nhầm.
      </Note>
    );
  if (sheet.state === 'open')
    return (
      <Note kind="stop" title="Phiên không còn nhận phiếu.">
        Liên hệ thư ký Hội đồng nếu bạn chưa kịp nộp.
      </Note>
    );
  return (
    <Note kind="good" icon="lock" title="Phiếu đã nộp và đã khóa.">
      {sheet.paper
        ? `${paperWords(sheet.paper)}. `
        : sheet.submittedAt && `Nộp lúc ${formatMoment(new Date(sheet.submittedAt))}. `}
      Mã niêm phong: <code class="break-all">{sheet.hash}</code>. Muốn sửa, đề nghị Chủ tịch Hội đồng mở lại.
      <span class="block mt-2">
        Tải phiếu của bạn: <a href={`${councilPaths.sheet(sheet.id)}/phieu.pdf`}>PDF</a>,{' '}
        <a href={`${councilPaths.sheet(sheet.id)}/phieu.docx`}>Word</a>.
        {sheet.paper && (
          <>
            {' '}
            <a href={`/tep/${sheet.paper.scan}`}>Bản quét phiếu giấy</a>.
          </>
        )}
      </span>
    </Note>
  );
}
