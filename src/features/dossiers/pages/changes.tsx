import { type Renewal, renewalWords, UPDATE_MATTERS } from '#law/dossier';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  Checkboxes,
  Form,
  FormEnd,
  type FormState,
  formatDay,
  Icon,
  Note,
  Radios,
  SavedMark,
  TextArea,
} from '#ui';
import { changesContent, type RenewalList, renewalsOf } from '../changes.ts';
import { papersPath, partPath } from '../urls.ts';
import { citedPapers, otherPapers, type WalletPaper } from '../wallet.ts';
import { readWriting, type Writing } from '../writing.ts';
import { ChangesShown } from './changes-shown.tsx';
import { dossierHead } from './parts.tsx';

interface Data extends Writing {
  readonly cited: readonly WalletPaper[];
  readonly others: readonly WalletPaper[];
  readonly renewal: RenewalList;
}

/** What an upgrade or a re-evaluation says beyond a first dossier: changes with evidence, papers renewed (R3.2, R3.3). */
export const changesPage = page({
  permission: 'dossier.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const writing = await readWriting(ctx, id);
    if (writing.dossier.kind === 'first') throw notFound();
    const cited = await citedPapers(ctx.db, id);
    const [others, renewal] = await Promise.all([
      otherPapers(ctx.db, writing.dossier.producer.id, id),
      renewalsOf(ctx.db, writing.dossier, cited, ctx.day),
    ]);
    return { ...writing, cited, others, renewal };
  },
  head: ({ dossier, may }) =>
    dossierHead(
      'Thay đổi sau khi được công nhận',
      dossier.id,
      may('changes') ? { acts: <Acts id={dossier.id} /> } : {},
    ),
  view: (data, ctx) => <Changes {...data} state={ctx.form('dossier.saveChanges')} />,
});

const FORM_ID = 'thay-doi';

function Acts({ id }: { id: string }) {
  return (
    <Button kind="main" form={FORM_ID} formAction={`${partPath(id, 'changes')}/xong`}>
      Lưu, về danh sách
    </Button>
  );
}

function Changes({ state, ...data }: Data & { state: FormState }) {
  const { dossier, returned, may, cited } = data;
  const open = may('changes');
  const upgrade = dossier.kind === 'upgrade';
  const reasons = (returned?.items ?? []).filter(({ target }) => target === 'changes');
  return (
    <div class="max-w-[44rem]">
      <p class="sm mut">{dossier.product.name}</p>
      <div class="row between line">
        <h1>Thay đổi sau khi được công nhận</h1>
        {open && <SavedMark />}
      </div>
      <p class="ink2 mb-4">
        {upgrade
          ? 'Nâng hạng phải nêu rõ đã thay đổi gì so với sản phẩm đã được công nhận, mỗi thay đổi có minh chứng.'
          : 'Đánh giá lại phải cập nhật chín nội dung dưới đây và thay giấy tờ đã hết hạn.'}
      </p>
      {reasons.map(({ reason }) => (
        <Note key={reason} kind="soon" icon="back" title="Cần sửa:">
          {reason}
        </Note>
      ))}
      {open ? (
        <>
          <p class="sm mb-4">
            Minh chứng chọn từ kho giấy tờ của bạn. Chưa có thì <a href={papersPath(dossier.id)}>thêm giấy tờ mới</a>{' '}
            rồi quay lại chọn.
          </p>
          <Form
            id={FORM_ID}
            action={partPath(dossier.id, 'changes')}
            state={state}
            version={dossier.draftVersion}
            island="autosave"
            label="Thay đổi sau khi được công nhận"
          >
            <div class="stack-5">
              {upgrade ? <UpgradeRows {...data} state={state} /> : <Matters {...data} state={state} />}
              {!upgrade && <Renewals {...data} />}
            </div>
            <FormEnd>
              <Button>Lưu</Button>
            </FormEnd>
          </Form>
        </>
      ) : (
        <>
          <Note kind="info">Phần này đang khóa, chỉ để xem.</Note>
          <ChangesShown dossier={dossier} papers={cited} />
        </>
      )}
    </div>
  );
}

/** So many empty rows wait below those already written. */
const EMPTY_ROWS = 2;

function UpgradeRows(data: Data & { state: FormState }) {
  const { changes } = changesContent(data.dossier);
  const typed = Object.keys(data.state.values).filter((name) => /^changes\.\d+\.what$/.test(name)).length;
  const rows = Math.max(changes.length + EMPTY_ROWS, typed);
  return (
    <>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <fieldset key={row} class="box stack">
          <legend class="lab">Thay đổi {row + 1}</legend>
          <TextArea
            name={`changes.${row}.what`}
            label="Đã thay đổi gì"
            hint={row === 0 ? 'Ví dụ: đầu tư máy sấy lạnh, sản lượng tăng từ 2 lên 5 tấn một năm' : undefined}
            value={changes[row]?.what}
            rows={3}
            maxLength={2000}
            optional={row >= Math.max(changes.length, 1) ? 'sometimes' : undefined}
          />
          <Evidence {...data} name={`changes.${row}.papers`} chosen={changes[row]?.papers ?? []} />
        </fieldset>
      ))}
      <p class="sm mut">Cần thêm chỗ thì bấm Lưu, trang mở thêm hai mục trống.</p>
    </>
  );
}

/** The words stand open where there is a change to write, also one typed before a refusal. */
const wantsWords = (name: string, kept: string | undefined, { values }: FormState) =>
  (values[`matters.${name}.answer`] ?? kept) === 'changed';

function Matters(data: Data & { state: FormState }) {
  const { matters } = changesContent(data.dossier);
  return (
    <>
      {UPDATE_MATTERS.map(({ name, label }, at) => (
        <div key={name} class="box stack-2">
          <Radios
            name={`matters.${name}.answer`}
            label={`${at + 1}. ${label}`}
            look="inline"
            value={matters[name]?.answer}
            choices={[
              { value: 'same', label: 'Không thay đổi' },
              { value: 'changed', label: 'Có thay đổi' },
            ]}
          />
          <details class="stack-2" open={wantsWords(name, matters[name]?.answer, data.state)}>
            <summary class="btn small">
              <Icon name="pen" />
              Ghi thay đổi và minh chứng
            </summary>
            <TextArea
              name={`matters.${name}.words`}
              label="Thay đổi thế nào, kết quả ra sao"
              value={matters[name]?.words}
              rows={2}
              maxLength={8000}
              optional="sometimes"
            />
            <Evidence {...data} name={`matters.${name}.papers`} chosen={matters[name]?.papers ?? []} />
          </details>
        </div>
      ))}
    </>
  );
}

/** Papers as evidence: those of the dossier first, then the rest of the wallet; open when some are chosen. */
function Evidence({ cited, others, name, chosen }: Data & { name: string; chosen: readonly string[] }) {
  const papers = [...cited, ...others];
  if (papers.length === 0) return <p class="sm mut">Kho giấy tờ còn trống.</p>;
  return (
    <details open={chosen.length > 0}>
      <summary class="btn small">
        <Icon name="paper" />
        Minh chứng ({chosen.length} đã chọn)
      </summary>
      <Checkboxes
        name={name}
        label="Giấy tờ minh chứng"
        values={chosen}
        choices={papers.map(({ id, title, endsOn }) => ({
          value: id,
          label: title,
          hint: endsOn ? `Hạn đến ${formatDay(endsOn)}` : undefined,
        }))}
      />
    </details>
  );
}

function Renewals({ dossier, renewal: { list, decisionOn } }: Data) {
  if (list.length === 0) return null;
  const { unrenewed } = changesContent(dossier);
  return (
    <section class="stack" aria-labelledby="con-han">
      <h2 class="text-lg" id="con-han">
        10. Giấy tờ có thời hạn
      </h2>
      <p class="ink2">
        Nộp hôm nay thì dự kiến có kết quả khoảng ngày {formatDay(decisionOn)}. Giấy tờ hết hạn trước ngày đó phải có
        bản mới, hoặc ghi lý do chưa thay.
      </p>
      {list.map((one) => (
        <RenewalRow key={one.kind} dossier={dossier.id} renewal={one} why={unrenewed[one.kind]} />
      ))}
    </section>
  );
}

function RenewalRow({ dossier, renewal, why }: { dossier: string; renewal: Renewal; why: string | undefined }) {
  const good = renewal.state === 'renewed';
  return (
    <div class="box stack-2">
      <p class="row tight line">
        <Icon name={good ? 'check' : 'hourglass'} />
        <span>{renewalWords(renewal)}</span>
      </p>
      {!good && (
        <>
          <p>
            <a href={papersPath(dossier, renewal.kind)}>Thêm bản mới</a>
          </p>
          <TextArea
            name={`unrenewed.${renewal.kind}`}
            label="Hoặc ghi lý do chưa thay"
            value={why}
            rows={2}
            maxLength={1000}
            optional="sometimes"
          />
        </>
      )}
    </div>
  );
}
