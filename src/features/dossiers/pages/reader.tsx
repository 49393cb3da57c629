import { z } from 'zod';
import { evidenceWords } from '#law/dossier';
import type { ReadContext } from '#platform/http/context';
import { uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  EvidenceReader,
  Form,
  type FormState,
  formatDay,
  formatSize,
  Note,
  type ReaderFile,
  StatusTag,
  TextArea,
  UsualReasons,
  YesNo,
} from '#ui';
import { confirmedYears } from '../calendar-years.ts';
import { officePaths } from '../commune-urls.ts';
import { paperReasons } from '../office-words.ts';
import { type DossierRecord, getDossier } from '../record.ts';
import { sheetOf } from '../sheet.ts';
import { dossierPath } from '../urls.ts';
import { citedPapers, type WalletPaper } from '../wallet.ts';
import type { OfficeData } from './commune-acts.tsx';
import { OfficeHead } from './commune-dossier.tsx';
import { workHead } from './commune-office.ts';

const MOST_PAGES = 60;

/** Opens the reader at the first paper nobody has checked yet, after the one just decided if there is one. */
export const readerStart = page({
  permission: 'dossier.read',
  params: z.object({ id: uuid() }),
  query: z.object({ after: uuid().optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { after }) {
    const dossier = await readable(ctx, id);
    const papers = await citedPapers(ctx.db, id);
    const waits = papers.filter(({ verdict }) => verdict === null);
    const from = papers.findIndex((paper) => paper.id === after) + 1;
    const next = papers.slice(from).find(({ verdict }) => verdict === null) ?? waits[0];
    if (dossier.state === 'checking' && next) return redirect(officePaths.reader(id, next.id));
    const [first] = papers;
    return redirect(first && after === undefined ? officePaths.reader(id, first.id) : dossierPath(id));
  },
  head: () => 'Giấy tờ',
  view: () => <p />,
});

interface Data extends Pick<OfficeData, 'dossier' | 'set' | 'years' | 'day'> {
  readonly papers: readonly WalletPaper[];
  readonly here: WalletPaper;
  readonly mayCheck: boolean;
}

/** A paper beside its decision: đạt or không đạt with the reason, then the next one; all by keyboard (U24). */
export const readerPage = page({
  permission: 'dossier.read',
  params: z.object({ id: uuid(), paper: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, paper }): Promise<Data> {
    const dossier = await readable(ctx, id);
    const [papers, years, { set }, mayCheck] = await Promise.all([
      citedPapers(ctx.db, id),
      confirmedYears(ctx.db),
      sheetOf(dossier),
      dossier.state === 'checking' && ctx.may('dossier.checkPaper', id),
    ]);
    const here = papers.find((one) => one.id === paper);
    if (!here) throw notFound('Hồ sơ không có giấy tờ này. Mở lại danh sách giấy tờ của hồ sơ.');
    return { dossier, set, years, day: ctx.day, papers, here, mayCheck };
  },
  head: (data) => workHead(data.here.title, data),
  view: (data, ctx) => <Reader {...data} form={ctx.form('dossier.checkPaper')} />,
});

/** The dossier, unless it is being written: then nobody else reads its papers. */
async function readable(ctx: ReadContext, id: string): Promise<DossierRecord> {
  const dossier = await getDossier(ctx.db, id);
  if (dossier.state === 'draft') throw notFound();
  return dossier;
}

const STATES = { pass: 'passed', fail: 'failed' } as const;

function Reader({ form, ...data }: Data & { form: FormState }) {
  const { dossier, papers, here } = data;
  const at = papers.findIndex(({ id }) => id === here.id);
  const seen = papers.filter(({ verdict }) => verdict !== null).length;
  const failed = papers.filter(({ verdict }) => verdict === 'fail').length;
  return (
    <div class="stack">
      <OfficeHead data={data} />
      <EvidenceReader
        papers={papers.map((paper) => ({
          href: officePaths.reader(dossier.id, paper.id),
          name: paper.title,
          state: paper.verdict ? STATES[paper.verdict] : 'waiting',
          here: paper.id === here.id,
        }))}
        files={[shownFile(here)]}
      >
        <About paper={here} no={at + 1} of={papers.length} day={data.day} />
        {data.mayCheck ? (
          <Decision dossier={dossier} papers={papers} at={at} here={here} form={form} />
        ) : (
          <Decided here={here} dossier={dossier} before={papers[at - 1]} after={papers[at + 1]} />
        )}
      </EvidenceReader>
      {data.mayCheck && (
        <div class="row between">
          <p class="ink2">
            Đã kiểm tra {seen} trong {papers.length} giấy tờ{failed > 0 && `, ${failed} không đạt`}.
          </p>
          <Button href={dossierPath(dossier.id)}>Về hồ sơ</Button>
        </div>
      )}
    </div>
  );
}

/** Pictures and documents are shown as re-encoded pages; the file itself is only saved (S27, S28). */
function shownFile({ file }: WalletPaper): ReaderFile {
  const pages = Math.min(file.pages ?? 1, MOST_PAGES);
  const picture = file.type.startsWith('image/') || file.type === 'application/pdf';
  return {
    name: file.name,
    href: officePaths.file(file.id),
    kind: picture ? 'pages' : 'other',
    size: formatSize(file.size),
    ...(picture
      ? {
          pages: Array.from({ length: pages }, (_, i) => officePaths.page(file.id, i + 1)),
          thumbs: Array.from({ length: pages }, (_, i) => officePaths.pageThumb(file.id, i + 1)),
        }
      : {}),
  };
}

function About({ paper, no, of, day }: { paper: WalletPaper; no: number; of: number; day: string }) {
  const { kind, title, number, issuer, issuedOn, endsOn, criteria } = paper;
  const words = evidenceWords(kind);
  const known = [
    number && `Số ${number}`,
    issuer && `nơi cấp: ${issuer}`,
    issuedOn && `cấp ngày ${formatDay(issuedOn)}`,
    endsOn && `hạn đến ${formatDay(endsOn)}`,
  ].filter(Boolean);
  return (
    <div class="stack-2">
      <p class="sm mut">
        Giấy tờ {no} trong {of}
      </p>
      <h2 class="text-lg">{title}</h2>
      {words && (
        <p class="ink2 sm">
          <b>{words.name}.</b> {words.requirement}
        </p>
      )}
      {known.length > 0 && <p class="sm">{known.join(', ')}.</p>}
      {criteria.length > 0 && <p class="sm">Dùng cho tiêu chí {criteria.join(', ')}.</p>}
      {endsOn !== null && endsOn < day && (
        <Note kind="soon" icon="hourglass">
          Giấy tờ hết hạn ngày {formatDay(endsOn)}.
        </Note>
      )}
    </div>
  );
}

interface DecisionProps {
  readonly dossier: DossierRecord;
  readonly papers: readonly WalletPaper[];
  readonly at: number;
  readonly here: WalletPaper;
  readonly form: FormState;
}

function Decision({ dossier, papers, at, here, form }: DecisionProps) {
  const before = papers[at - 1];
  const after = papers[at + 1];
  return (
    <Form
      class="stack grow"
      action={officePaths.reader(dossier.id, here.id)}
      state={form}
      version={dossier.version}
      label="Kết quả kiểm tra giấy tờ"
    >
      <YesNo
        name="verdict"
        label="Kết quả kiểm tra"
        value={here.verdict}
        yes={{ value: 'pass', label: 'Đạt', shortcut: 'D' }}
        no={{ value: 'fail', label: 'Không đạt', shortcut: 'K' }}
      />
      <TextArea
        name="reason"
        label="Lý do ghi cho chủ thể"
        hint="Bắt buộc khi không đạt"
        value={here.verdictReason}
        rows={3}
        optional="sometimes"
      />
      <UsualReasons into="reason" reasons={paperReasons(here.kind)} />
      <div class="row">
        <Button kind="main" iconAfter={after ? 'right' : undefined}>
          {after ? 'Lưu, sang giấy tờ sau' : 'Lưu'}
        </Button>
      </div>
      <Neighbours dossier={dossier} before={before} after={after} />
    </Form>
  );
}

/** For those who only read: what the commune found. */
function Decided({ here, dossier, before, after }: DecidedProps) {
  return (
    <div class="stack">
      <p class="row tight">
        {here.verdict ? (
          <StatusTag status={`paper.${STATES[here.verdict]}`} />
        ) : (
          <StatusTag status="work.notStarted" words="Xã chưa kiểm tra" />
        )}
      </p>
      {here.verdictReason && <p>Lý do: {here.verdictReason}</p>}
      <Neighbours dossier={dossier} before={before} after={after} />
      <Button href={dossierPath(dossier.id)}>Về hồ sơ</Button>
    </div>
  );
}
interface DecidedProps extends NeighboursProps {
  readonly here: WalletPaper;
}

interface NeighboursProps {
  readonly dossier: DossierRecord;
  readonly before: WalletPaper | undefined;
  readonly after: WalletPaper | undefined;
}
function Neighbours({ dossier, before, after }: NeighboursProps) {
  if (!before && !after) return null;
  return (
    <nav class="row" aria-label="Giấy tờ trước và sau">
      {before && (
        <Button small icon="left" href={officePaths.reader(dossier.id, before.id)} shortcut="B">
          Giấy tờ trước
        </Button>
      )}
      {after && (
        <Button small iconAfter="right" href={officePaths.reader(dossier.id, after.id)} shortcut="J">
          Giấy tờ sau
        </Button>
      )}
    </nav>
  );
}
