import { RETURN_REASONS } from '#law/reasons';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, type FormState, Icon, Note, TextArea, Tick, UsualReasons } from '#ui';
import { officePaths } from '../commune-urls.ts';
import { paperReasons } from '../office-words.ts';
import { dossierPath } from '../urls.ts';
import { citedPapers, type WalletPaper } from '../wallet.ts';
import { OfficeHead } from './commune-dossier.tsx';
import { type AtWork, atWork, workHead } from './commune-office.ts';

interface Data extends AtWork {
  readonly papers: readonly WalletPaper[];
}

/** The commune asks for completion: what must change, each with its reason (U19). */
export const returnPage = returning('dossier.return', 'checking', {
  title: 'Trả lại để bổ sung',
  what: 'Chủ thể chỉ sửa được những chỗ đánh dấu ở đây, rồi nộp lại. Thời hạn của xã tính lại từ lần tiếp nhận sau.',
  target: officePaths.return,
});
/** The provincial office asks for completion; the dossier goes through the commune again (Art. 7.3.a). */
export const sendBackPage = returning('dossier.sendBack', 'proposed', {
  title: 'Yêu cầu hoàn thiện hồ sơ',
  what: 'Hồ sơ về chủ thể để sửa những chỗ đánh dấu, rồi qua xã kiểm tra và đề nghị lại. Xã và chủ thể đều thấy lý do.',
  target: officePaths.sendBack,
});

interface Words {
  readonly title: string;
  readonly what: string;
  target(id: string): string;
}

function returning(name: 'dossier.return' | 'dossier.sendBack', state: 'checking' | 'proposed', words: Words) {
  return page({
    permission: name,
    params: byId,
    subject: ({ id }) => id,
    shell: 'desk',
    async load(ctx, { id }): Promise<Data> {
      return { ...(await atWork(ctx, id, state)), papers: await citedPapers(ctx.db, id) };
    },
    head: (data) => workHead(words.title, data),
    view: (data, ctx) => <Return {...data} words={words} form={ctx.form(name)} />,
  });
}

const PARTS = [
  { target: 'general', name: 'Phiếu đăng ký, thông tin chung', about: 'form' },
  { target: 'results', name: 'Kết quả sản xuất, kinh doanh', about: 'form' },
  { target: 'changes', name: 'Thay đổi sau khi được công nhận', about: 'form' },
  { target: 'plan', name: 'Kế hoạch phát triển', about: 'form' },
  { target: 'answers', name: 'Bảng tự chấm', about: 'answers' },
  { target: 'papers', name: 'Thiếu giấy tờ, cần nộp thêm', about: 'paper' },
] as const;

function Return({ words, form, ...data }: Data & { words: Words; form: FormState }) {
  const { dossier, papers } = data;
  const failed = papers.filter(({ verdict }) => verdict === 'fail');
  const others = papers.filter(({ verdict }) => verdict !== 'fail');
  const rows: readonly RowProps[] = [
    ...failed.map((paper) => ({ ...paperRow(paper), on: true })),
    ...PARTS.filter(({ target }) => target !== 'changes' || dossier.kind !== 'first').map(
      ({ target, name, about }) => ({
        target,
        name,
        reasons: RETURN_REASONS.filter((one) => one.about === about && about !== 'paper').map(({ text }) => text),
        row: 0,
      }),
    ),
    ...others.map(paperRow),
  ].map((row, i) => ({ ...row, row: i }));
  return (
    <div class="stack-5">
      <OfficeHead data={data} />
      <div>
        <h2>{words.title}</h2>
        <p class="ink2">{words.what}</p>
      </div>
      {failed.length > 0 && (
        <Note kind="info" icon="check">
          {failed.length} giấy tờ không đạt đã được đánh dấu sẵn kèm lý do.
        </Note>
      )}
      <Form action={words.target(dossier.id)} state={form} version={dossier.version} class="form stack-5">
        <fieldset>
          <legend class="lab mb-2">Chỗ cần sửa và lý do</legend>
          {rows.map((row) => (
            <Row key={row.target} {...row} />
          ))}
        </fieldset>
        <TextArea name="reason" label="Lý do chung" hint="Lời nhắn cho cả hồ sơ" rows={3} optional />
        <DateField name="dueOn" label="Bổ sung trước ngày" optional />
        <FormEnd>
          <Button kind="main" icon="back">
            {words.title}
          </Button>
          <Button kind="bare" href={dossierPath(dossier.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}

interface RowProps {
  readonly target: string;
  readonly name: string;
  readonly reasons: readonly string[];
  readonly row: number;
  readonly on?: boolean;
  readonly reason?: string | null;
}

const paperRow = (paper: WalletPaper): RowProps => ({
  target: `paper:${paper.id}`,
  name: paper.title,
  reason: paper.verdict === 'fail' ? paper.verdictReason : null,
  reasons: paperReasons(paper.kind),
  row: 0,
});

/** One place: tick it and say why; an unticked row sends nothing but its empty reason. */
function Row({ target, name, reasons, row, on, reason }: RowProps) {
  const field = `items.${row}.reason`;
  return (
    <details class="stack-2 border-b border-line" open={on}>
      <summary class="row between line py-3">
        <b>{name}</b>
        <Icon name="pen" />
      </summary>
      <Tick name={`items.${row}.target`} value={target} label="Cần sửa chỗ này" checked={on} />
      <TextArea name={field} label="Lý do" value={reason} rows={2} />
      <UsualReasons into={field} reasons={reasons} />
    </details>
  );
}
