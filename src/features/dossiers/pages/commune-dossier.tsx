import { rolesOf } from '#platform/actor';
import type { ReadContext } from '#platform/http/context';
import { historyOf } from '#platform/ledger/read';
import { FactsList, Icon, rowAnchor, StatusTag, TermWords, Timeline } from '#ui';
import { adviceWork } from '../advice-read.ts';
import { confirmedYears } from '../calendar-years.ts';
import { adviceOf, assessmentOf, checkProgress } from '../commune-read.ts';
import { officePaths } from '../commune-urls.ts';
import { dueTerm, holderWords } from '../office-words.ts';
import { outcomeOf } from '../outcome.ts';
import { centralAdviceOf, lastPackage } from '../package-read.ts';
import { papersSoonOn } from '../paper-read.ts';
import { setWords } from '../progress.ts';
import { slipsOf } from '../queries.ts';
import type { DossierRecord } from '../record.ts';
import { reviewsOf } from '../reviews-read.ts';
import { roundNote } from '../round-of.ts';
import { applicationKinds } from '../schema.ts';
import { sheetOf, standingOf } from '../sheet.ts';
import { timelineSteps } from '../timeline.ts';
import { adviserPath, bundlePath, dossierPath, formPath, paperPath, paths } from '../urls.ts';
import { citedPapers, type WalletPaper } from '../wallet.ts';
import { AdviceShown } from './advice-shown.tsx';
import { ChangesShown } from './changes-shown.tsx';
import { actsOf, OfficeActs, type OfficeData } from './commune-acts.tsx';
import { Form03 } from './commune-form03.tsx';
import { OutcomeFacts } from './commune-outcome.tsx';
import { EndingPapersNote } from './ending-papers.tsx';
import { PackageShown } from './package-shown.tsx';
import { ReviewsPart } from './reviews-part.tsx';
import { slipFacts } from './slip-facts.tsx';

/** Reads everything the office's page of a dossier shows. Permission was asked on the dossier before. */
export async function loadOffice(ctx: ReadContext, dossier: DossierRecord): Promise<OfficeData> {
  const isCentral = rolesOf(ctx.actor).includes('ministry');
  const [papers, assessment, advice, slips, history, years, sheet, outcome] = await Promise.all([
    citedPapers(ctx.db, dossier.id),
    assessmentOf(ctx.db, dossier.id),
    adviceOf(ctx.db, dossier.id),
    slipsOf(ctx.db, dossier.id),
    historyOf(ctx.db, dossier.id),
    confirmedYears(ctx.db),
    sheetOf(dossier),
    // Who prepares an evaluation is told no points of an earlier one.
    ctx.actor.byName ? undefined : outcomeOf(ctx, dossier.id, dossier.state),
  ]);
  return {
    dossier,
    outcome,
    ours: dossier.nextActor === ctx.actor.role,
    set: sheet.set,
    standing: standingOf(dossier, sheet),
    papers,
    assessment,
    advice,
    progress: checkProgress(dossier, papers, assessment, sheet.set),
    slips,
    steps: timelineSteps(dossier, history, ctx.day, years),
    acts: await actsOf(ctx, dossier),
    work: await adviceWork(ctx.db, dossier.id),
    years,
    roundNote: await roundNote(ctx.db, dossier, ctx.day),
    soonOn: await papersSoonOn(ctx.db, ctx.day),
    day: ctx.day,
    reviews: await reviewsOf(ctx, dossier),
    sent: await lastPackage(ctx.db, dossier.id),
    centralAdvice: isCentral ? await centralAdviceOf(ctx.db, dossier.id) : undefined,
  };
}

/** The office's page: where it is, what to do now, what was declared, what was checked. */
export function OfficerDossier({
  data,
  back,
  form,
}: {
  data: OfficeData;
  /** The list it was opened from, with its filters. */
  back: string | undefined;
  form: Parameters<typeof OfficeActs>[0]['form'];
}) {
  const { dossier, steps } = data;
  return (
    <div class="stack-5">
      <OfficeHead data={data} back={back ?? paths.list} />
      <div class="aside">
        <div class="stack-7">
          <OfficeActs data={data} form={form} />
          <EndingPapersNote papers={data.papers} day={data.day} soonOn={data.soonOn} />
          {data.outcome && (
            <OutcomeFacts outcome={data.outcome} again={dossier.state === 'inRound' && data.outcome.sum !== null} />
          )}
          {data.sent && <PackageShown sent={data.sent} advice={data.centralAdvice} />}
          <ReviewsPart reviews={data.reviews} />
          <AdviceShown id={dossier.id} work={data.work} day={data.day} answers={data.acts.answer} />
          <Declared data={data} />
          {dossier.kind !== 'first' && (
            <section aria-labelledby="thay-doi">
              <div class="sechd">
                <h2 id="thay-doi">Thay đổi sau khi được công nhận</h2>
              </div>
              <ChangesShown dossier={dossier} papers={data.papers} />
            </section>
          )}
          <Papers papers={data.papers} dossier={dossier} />
          <Form03 data={data} />
        </div>
        <div class="stack-5">
          <section class="stack" aria-labelledby="o-dau">
            <h2 class="text-lg" id="o-dau">
              Hồ sơ đang ở đâu
            </h2>
            {data.roundNote && <p class="sm">{data.roundNote}</p>}
            <Timeline steps={steps} label="Hồ sơ đang ở đâu" />
            {data.acts.mayReadLedger && (
              <p class="mt-4">
                <a href={officePaths.ledger(dossier.id)}>Sổ ghi việc của hồ sơ</a>
              </p>
            )}
            {data.acts.mayExport && (
              <p class="mt-2">
                <a href={bundlePath(dossier.id)} download>
                  Tải cả bộ hồ sơ (ZIP)
                </a>
              </p>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}

type HeadData = Pick<OfficeData, 'dossier' | 'set' | 'years' | 'day'>;

/** Name, state and term of a dossier, above every page of the office's work on it; `back`: the list the dossier's own page leads back to. */
export function OfficeHead({ data, back }: { data: HeadData; back?: string }) {
  const { dossier, set } = data;
  const term = dueTerm(dossier.dueOn, data.day, data.years);
  const holder = holderWords(dossier.nextActor, dossier.commune.name, dossier.province.name);
  return (
    <div class="row between">
      <div>
        {back !== undefined && (
          <p class="mb-1">
            <a class="crumb" href={`${back}#${rowAnchor(dossierPath(dossier.id))}`}>
              <Icon name="left" />
              {back.startsWith(paths.list) ? 'Hồ sơ' : 'Việc của tôi'}
            </a>
          </p>
        )}
        <div class="row">
          <h1>{dossier.product.name}</h1>
          <StatusTag status={`dossier.${dossier.state}`} />
        </div>
        <p class="ink2">
          {dossier.producer.name} · {applicationKinds[dossier.kind]} · {setWords(set)}
        </p>
      </div>
      <div>
        <p class="sm mut">{dossier.nextActor === null ? holder : `Đang ở: ${holder}`}</p>
        {term && <TermWords {...term} />}
      </div>
    </div>
  );
}

function Declared({ data }: { data: OfficeData }) {
  const { dossier, standing, slips } = data;
  const { general } = dossier.form;
  return (
    <section aria-labelledby="khai">
      <div class="sechd">
        <h2 id="khai">Chủ thể khai</h2>
      </div>
      <FactsList
        facts={[
          { term: 'Địa chỉ', value: general?.address ?? 'Chưa ghi' },
          { term: 'Người đại diện', value: general?.representative ?? 'Chưa ghi' },
          { term: 'Điện thoại', value: general?.phone ?? 'Chưa ghi' },
          { term: 'Quy cách sản phẩm', value: general?.specification ?? 'Chưa ghi' },
          {
            term: 'Tự chấm',
            value: `${standing.total} điểm, ${standing.star} sao`,
            sub: data.acts.mayAdvise && <a href={adviserPath(dossier.id)}>Còn thiếu gì để lên sao?</a>,
          },
          ...slipFacts(dossier.id, slips),
          dossier.productCode !== null && {
            ...{ term: 'Mã số sản phẩm', value: dossier.productCode },
            sub: data.acts.correctCode && <a href={officePaths.correctCode(dossier.id)}>Sửa mã</a>,
          },
          dossier.onBehalf && { term: 'Nhập hộ', value: 'Cán bộ nhập từ hồ sơ giấy có chữ ký của chủ thể' },
          dossier.signedForm !== null && {
            term: 'Phiếu đã ký',
            value: <a href={officePaths.file(dossier.signedForm)}>Tải bản chụp</a>,
          },
          {
            term: 'Bản in',
            value: (
              <>
                <a href={formPath(dossier.id, '01')}>Mẫu số 01</a>, <a href={formPath(dossier.id, '02')}>Mẫu số 02</a>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

const VERDICTS = { pass: 'paper.passed', fail: 'paper.failed' } as const;

function Papers({ papers, dossier }: { papers: readonly WalletPaper[]; dossier: DossierRecord }) {
  return (
    <section aria-labelledby="giay-to-nop">
      <div class="sechd">
        <h2 id="giay-to-nop">Giấy tờ ({papers.length})</h2>
        {papers.length > 0 && <a href={officePaths.reader(dossier.id)}>Đọc giấy tờ</a>}
      </div>
      {papers.length === 0 ? (
        <p class="ink2">Chủ thể chưa nộp giấy tờ nào kèm hồ sơ.</p>
      ) : (
        <ul class="stack-2">
          {papers.map((paper) => (
            <li key={paper.id} class="row between line">
              <span>
                <a href={officePaths.reader(dossier.id, paper.id)}>{paper.title}</a>
                <a class="sm ml-3 inline-block py-1" href={paperPath(paper.id)} aria-label={`Nơi dùng: ${paper.title}`}>
                  Nơi dùng
                </a>
                {paper.verdictReason && <span class="sm block ink2">{paper.verdictReason}</span>}
              </span>
              {paper.verdict ? (
                <StatusTag status={VERDICTS[paper.verdict]} />
              ) : (
                <StatusTag status="work.notStarted" words="Chưa kiểm tra" />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
