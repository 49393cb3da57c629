import { exclusionGrounds } from '#law/dossier';
import { sheetStanding } from '#law/sheet-state';
import type { FormState } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  FactsList,
  FileField,
  Form,
  Icon,
  Note,
  NumberField,
  Sheet,
  SheetBar,
  SheetResult,
  SheetSplit,
} from '#ui';
import { setIndexOf } from '../compute.ts';
import { type PaperDesk, paperDesk, paperWords, typedAnswers } from '../paper-read.ts';
import { councilPaths } from '../urls.ts';
import { OpinionFields } from './opinion-fields.tsx';

type Index = Awaited<ReturnType<typeof setIndexOf>>;

/** Where the secretary enters a sheet that came on paper; what the member has on the device never shows here (S14). */
export const paperSheetPage = page({
  permission: 'sheet.enterPaper',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const sheet = await paperDesk(ctx.db, id, ctx.actor.account);
    if (!sheet) throw notFound();
    return { sheet, index: await setIndexOf(sheet.productSet) };
  },
  head: ({ sheet }) => ({ title: `Nhập phiếu giấy: ${sheet.product}`, here: '/hoi-dong' }),
  view: ({ sheet, index }, ctx) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.papers(sheet.session)}>
            <Icon name="left" />
            Phiếu giấy của {sheet.sessionTitle}
          </a>
        </p>
        <h1>Nhập từ bản giấy</h1>
      </div>
      <FactsList
        facts={[
          { term: 'Phiếu của', value: sheet.member },
          { term: 'Sản phẩm', value: sheet.product, sub: sheet.producer },
        ]}
      />
      <Standing sheet={sheet} index={index} state={ctx.form('sheet.enterPaper')} />
    </div>
  ),
});

function Standing({ sheet, index, state }: { sheet: PaperDesk; index: Index; state: FormState }) {
  if (sheet.entered) return <Entered sheet={sheet} entered={sheet.entered} index={index} />;
  const [title, words] = obstacle(sheet) ?? [];
  if (title !== undefined)
    return (
      <Note kind="stop" title={title}>
        {words}
      </Note>
    );
  return <Entry sheet={sheet} index={index} state={state} />;
}

/** Why nothing can be entered, and who unlocks it. */
function obstacle(sheet: PaperDesk): readonly [string, string] | null {
  if (sheet.recused) return ['Thành viên đã từ chối chấm sản phẩm này.', 'Phiếu này không được tính.'];
  if (sheet.state === 'submitted')
    return [
      'Thành viên đã nộp phiếu này trên máy.',
      'Bản giấy không nhập nữa. Chỉ Chủ tịch Hội đồng mở lại được phiếu.',
    ];
  if (sheet.sessionState !== 'scoring')
    return ['Phiên không còn nhận phiếu.', 'Phiếu giấy chỉ nhập khi phiên đang chấm.'];
  if (sheet.absent)
    return ['Thành viên này đã được ghi vắng mặt.', 'Sửa lại thành có mặt ở trang phiên rồi nhập phiếu.'];
  return null;
}

function Entry({ sheet, index, state }: { sheet: PaperDesk; index: Index; state: FormState }) {
  const typed = sheetStanding(index, typedAnswers(state.values));
  const standing = typed.ok ? typed : sheetStanding(index, {});
  if (!standing.ok) throw new Error(`set ${sheet.productSet}: ${standing.code}`);
  return (
    <Form
      action={councilPaths.enterPaper(sheet.id)}
      state={state}
      version={sheet.version}
      files
      island="score-sheet"
      islandData={{ set: index.set, bands: index.bands, title: 'Theo các ô đã chọn' }}
    >
      <SheetSplit
        result={<SheetResult state={standing} title="Theo các ô đã chọn" />}
        bar={<SheetBar state={standing} />}
        aside={
          <p class="sm mut">
            Chép đúng từng ô trên giấy, ô nào bỏ trống thì để trống. Nhập xong phiếu khóa ngay, mang dấu “Nhập từ bản
            giấy” mãi mãi, tên bạn và tên thành viên cùng ở sổ ghi. Những gì thành viên đang chấm dở trên máy nhường cho
            bản giấy đã ký.
          </p>
        }
      >
        <Sheet set={index.set} answers={{}} state={standing} remarks={{}} />
        <section class="stack-5" aria-labelledby="y-kien">
          <h2 id="y-kien">Ý kiến và bản quét</h2>
          <OpinionFields opinion={null} exclusion={null} grounds={exclusionGrounds(index.set)} />
          <NumberField
            name="paperTotal"
            label="Tổng điểm ghi trên giấy"
            hint="Để so với tổng của các ô đã chọn; khác nhau thì chưa nhận."
            optional
          />
          <FileField
            name="scan"
            label="Bản quét phiếu giấy đã ký"
            hint="PDF hoặc ảnh, tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
            paper
            parts="evidence"
          />
          <Button kind="main" icon="lock">
            Nhập và khóa phiếu
          </Button>
        </section>
      </SheetSplit>
    </Form>
  );
}

/** The paper as it was entered: whoever entered it holds it in the hand. */
function Entered({
  sheet,
  entered,
  index,
}: {
  sheet: PaperDesk;
  entered: NonNullable<PaperDesk['entered']>;
  index: Index;
}) {
  const standing = sheetStanding(index, entered.answers);
  if (!standing.ok) throw new Error(`sheet ${sheet.id} holds ${standing.code}`);
  return (
    <>
      <Note kind="good" icon="lock" title={`${paperWords(entered)}.`}>
        Mã niêm phong: <code class="break-all">{entered.hash}</code>
        <span class="block mt-2">
          <a href={`/tep/${entered.scan}`}>Xem bản quét</a>
        </span>
      </Note>
      <p>
        <Button kind="main" href={councilPaths.papers(sheet.session)}>
          Nhập phiếu giấy khác
        </Button>
      </p>
      <SheetSplit result={<SheetResult state={standing} title="Phiếu đã nhập" />}>
        <Sheet set={index.set} answers={entered.answers} state={standing} remarks={entered.notes} locked />
        {entered.opinion && (
          <>
            <h2>Ý kiến</h2>
            <p class="whitespace-pre-line">{entered.opinion}</p>
          </>
        )}
      </SheetSplit>
    </>
  );
}
