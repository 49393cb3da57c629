import { sql } from 'kysely';
import { applicationKinds } from '#features/dossiers';
import { actCited, Cited, type CitedAct } from '#features/legal-acts';
import { type MandateRecord, mandatesOver, mandateWords, paperPaths } from '#features/papers';
import { meanText } from '#law/stars';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  DataTable,
  FactsList,
  FileField,
  Form,
  type FormState,
  formatDay,
  Note,
  SelectField,
  StarRow,
  StatusTag,
  TextArea,
  TextField,
} from '#ui';
import { type DecisionItem, type DecisionRecord, findDecision } from '../record.ts';
import { decisionName, signingCapacities } from '../schema.ts';
import { certificatePaths } from '../urls.ts';

/** A decision from draft to issue: its papers, its list, its next act. */
export const decisionPage = page({
  permission: 'decision.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const decision = await findDecision(ctx.db, id);
    if (!decision) throw notFound();
    const [mayPropose, mayIssue] = await Promise.all([ctx.may('decision.propose', id), ctx.may('decision.issue', id)]);
    const mandates =
      mayIssue && decision.state === 'proposed' && decision.province !== null
        ? await mandatesOver(ctx.db, decision.province, decision.kind)
        : [];
    const rows = await ctx.db
      .selectFrom('lifecycle as l')
      .select(['l.id', ctx.within('dossier.notify', 'l').as('notifies')])
      .where(sql<boolean>`l.id = any(${decision.items.map(({ dossier }) => dossier)}::uuid[])`)
      .where(ctx.within('dossier.read', 'l'))
      .execute();
    const cited = await actCited(ctx.db, decision.number, decision.dated, ctx.day);
    const notified = new Set(rows.filter(({ notifies }) => notifies).map(({ id }) => id));
    return { decision, cited, mayPropose, mayIssue, mandates, open: new Set(rows.map(({ id }) => id)), notified };
  },
  head: ({ decision }) => ({
    title: decision.title,
    here: '/quyet-dinh',
    up: { href: '/quyet-dinh', words: 'Quyết định' },
  }),
  view: ({ decision, cited, mayPropose, mayIssue, mandates, open, notified }, ctx) => (
    <div class="stack-7">
      <div class="row between">
        <h1>{decision.title}</h1>
        <StatusTag status={`decision.${decision.state}`} />
      </div>
      <FactsList facts={factsOf(decision, cited)} />
      <Papers decision={decision} />
      {decision.state === 'issued' && notified.size > 0 && (
        <Note kind="good" title="Quyết định đã ban hành.">
          Còn gửi thông báo kết quả cho xã và chủ thể, ở từng sản phẩm dưới đây.
        </Note>
      )}
      {decision.state === 'draft' && mayPropose && <Propose decision={decision} state={ctx.form('decision.propose')} />}
      {decision.state === 'proposed' && mayIssue && (
        <Issue decision={decision} state={ctx.form('decision.issue')} mandates={mandates} />
      )}
      <DataTable
        rows={decision.items}
        columns={[product(open), ...columns, ...(decision.state === 'issued' ? [afterIssue(notified)] : [])]}
        caption="Danh sách kèm theo"
        showCaption
        keyOf={(row) => row.dossier}
      />
      {(decision.state === 'draft' || decision.state === 'proposed') && mayPropose && (
        <Edit decision={decision} save={ctx.form('decision.save')} cancel={ctx.form('decision.cancel')} />
      )}
    </div>
  ),
});

function factsOf(decision: DecisionRecord, cited: CitedAct | null) {
  const numbered = (number: string | null, dated: string | null) =>
    number && dated ? `${number}, ngày ${formatDay(dated)}` : 'Chưa có số';
  return [
    { term: 'Loại', value: decisionName(decision.kind, decision.level) },
    { term: 'Tờ trình', value: numbered(decision.submissionNumber, decision.submissionDate) },
    {
      term: 'Quyết định',
      value: numbered(decision.number, decision.dated),
      sub: cited && <Cited act={cited} />,
    },
    decision.signatory !== null && {
      term: 'Người ký',
      value: `${capacityWord(decision.signingCapacity)}${decision.signatory}`,
      sub: decision.mandate && (
        <a href={paperPaths.mandate(decision.mandate.id)}>Theo văn bản giao ký số {decision.mandate.act}</a>
      ),
    },
    decision.signedFile !== null && {
      term: 'Bản đã ký',
      value: <a href={`/tep/${decision.signedFile}`}>Tải bản đã ký</a>,
    },
  ];
}

const capacityWord = (capacity: string | null) => (capacity === null || capacity === 'self' ? '' : `${capacity}. `);

function Papers({ decision }: { decision: DecisionRecord }) {
  const path = certificatePaths.decision(decision.id);
  return (
    <div class="row tight">
      {(['to-trinh', 'quyet-dinh'] as const).flatMap((paper) =>
        (['docx', 'pdf'] as const).map((form) => (
          <Button key={`${paper}${form}`} href={`${path}/${paper}.${form}`} icon="paper" download>
            {paper === 'to-trinh' ? 'Tờ trình' : 'Quyết định'} ({form === 'docx' ? 'Word' : 'PDF'})
          </Button>
        )),
      )}
    </div>
  );
}

function Propose({ decision, state }: { decision: DecisionRecord; state: FormState }) {
  return (
    <Form
      action={`${certificatePaths.decision(decision.id)}/trinh`}
      state={state}
      version={decision.version}
      class="box stack-4"
    >
      <h2>Ghi tờ trình</h2>
      <p class="mut">Tải tờ trình ở trên, trình ký, rồi ghi số và ngày đã cấp.</p>
      <div class="row items-end">
        <TextField
          name="number"
          label="Số tờ trình"
          hint={`Ví dụ: 125/TTr-${decision.level === 'central' ? 'OCOP' : 'SNNMT'}`}
          width="mid"
        />
        <TextField name="dated" label="Ngày tờ trình" width="date" inputMode="numeric" />
      </div>
      <Button kind="main">Ghi tờ trình</Button>
    </Form>
  );
}

interface IssueProps {
  readonly decision: DecisionRecord;
  readonly state: FormState;
  readonly mandates: readonly MandateRecord[];
}

function Issue({ decision, state, mandates }: IssueProps) {
  const stars = decision.items.filter((one) => one.star !== null).length;
  return (
    <Form
      action={`${certificatePaths.decision(decision.id)}/ban-hanh`}
      state={state}
      version={decision.version}
      files
      class="box stack-4"
    >
      <h2>Ghi ban hành</h2>
      <Note kind="info" title="Ghi rồi thì không rút lại được.">
        {decision.kind === 'recognition'
          ? `Hệ thống cấp ${stars} giấy chứng nhận có hiệu lực từ ngày quyết định và công bố trên cổng tra cứu.`
          : `${decision.items.length} sản phẩm được chuyển sang bước đề nghị Bộ đánh giá 5 sao, chưa có giấy chứng nhận.`}
      </Note>
      <div class="row items-end">
        <TextField
          name="number"
          label="Số quyết định"
          hint={`Ví dụ: 1850/QĐ-${decision.level === 'central' ? 'BNNMT' : 'UBND'}`}
          width="mid"
        />
        <TextField name="dated" label="Ngày quyết định" width="date" inputMode="numeric" />
      </div>
      <div class="row items-end">
        <TextField name="signatory" label="Người ký" width="mid" />
        <SelectField
          name="signingCapacity"
          label="Thẩm quyền ký"
          value="self"
          choices={Object.entries(signingCapacities).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <SelectField
        name="mandate"
        label="Theo văn bản giao ký"
        hint={
          <>
            Bắt buộc khi ký thừa ủy quyền (TUQ.). Chưa có trong danh sách thì ghi ở mục{' '}
            <a href={paperPaths.mandates}>Giao ký</a>.
          </>
        }
        optional="sometimes"
        empty="Không nêu văn bản giao ký"
        choices={mandates.map((one) => ({ value: one.id, label: mandateWords(one) }))}
      />
      <FileField
        name="signedFile"
        label="Bản quyết định đã ký (PDF hoặc ảnh)"
        hint="Tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
        paper
        parts="evidence"
      />
      <Button kind="main">Ghi ban hành quyết định</Button>
    </Form>
  );
}

function Edit({ decision, save, cancel }: { decision: DecisionRecord; save: FormState; cancel: FormState }) {
  const path = certificatePaths.decision(decision.id);
  return (
    <>
      <details>
        <summary>Sửa trích yếu, căn cứ, nơi nhận</summary>
        <Form action={`${path}/sua`} state={save} version={decision.draftVersion} class="stack-4 mt-4">
          <TextArea name="title" label="Trích yếu" value={decision.title} rows={2} />
          <TextField
            name="place"
            label="Địa danh"
            hint="Để trống thì ghi tên tỉnh"
            value={decision.content.place}
            width="mid"
            optional
          />
          <TextArea
            name="bases"
            label="Căn cứ (mỗi dòng một căn cứ)"
            hint="Để trống thì in các căn cứ thường dùng, như trong bản tải về. Ghi cả chữ “Căn cứ” ở đầu dòng."
            value={decision.content.bases}
            rows={6}
            optional
          />
          <TextArea
            name="recipients"
            label="Nơi nhận (mỗi dòng một nơi)"
            hint="Để trống thì in các nơi nhận thường dùng của quyết định."
            value={decision.content.recipients}
            rows={4}
            optional
          />
          <Button>Lưu dự thảo</Button>
        </Form>
      </details>
      <details>
        <summary>Hủy dự thảo</summary>
        <Form action={`${path}/huy`} state={cancel} version={decision.version} class="stack-4 mt-4">
          <TextArea name="reason" label="Lý do hủy dự thảo" rows={2} />
          <Button kind="stop">Hủy dự thảo</Button>
        </Form>
      </details>
    </>
  );
}

/** A decision is read by more offices than each of its dossiers: only those the reader may open are links. */
const product = (open: ReadonlySet<string>) => ({
  head: 'Sản phẩm',
  rowHead: true,
  cell: (row: DecisionItem) => (
    <>
      {open.has(row.dossier) ? <a href={`/ho-so/${row.dossier}`}>{row.productName}</a> : row.productName}
      <span class="sm mut block">{row.producerName}</span>
    </>
  ),
});
const columns = [
  { head: 'Mã số', cell: (row: DecisionItem) => row.productCode ?? 'Chưa có' },
  { head: 'Lần đăng ký', cell: (row: DecisionItem) => applicationKinds[row.kind] },
  { head: 'Điểm', number: true, cell: (row: DecisionItem) => meanText(row) },
  {
    head: 'Hạng',
    cell: (row: DecisionItem) => (row.star === null ? 'Tiềm năng 5 sao' : <StarRow stars={row.star} />),
  },
];
/** What follows an issued decision; the notice for those who send it. */
const afterIssue = (notified: ReadonlySet<string>) => ({
  head: 'Sau quyết định',
  cell: (row: DecisionItem) => (
    <span class="row">
      {row.checkCode && <a href={certificatePaths.certificate(row.checkCode)}>Giấy chứng nhận</a>}
      {notified.has(row.dossier) && <a href={certificatePaths.notice(row.dossier)}>Thông báo kết quả</a>}
    </span>
  ),
});
