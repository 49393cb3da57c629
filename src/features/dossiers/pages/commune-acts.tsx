import { findStep } from '#law/moves';
import type { ProductSet } from '#law/rulebooks';
import type { SheetStanding } from '#law/sheet-state';
import type { ReadContext } from '#platform/http/context';
import { Button, Form, type FormState, formatDay, Note, type Step } from '#ui';
import type { AdviceWork } from '../advice-read.ts';
import { dueAfter } from '../calendar-years.ts';
import type { Advice, Assessment, CheckProgress } from '../commune-read.ts';
import { officePaths } from '../commune-urls.ts';
import { type dueTerm, holderWords, NEXT_WORK } from '../office-words.ts';
import type { Outcome } from '../outcome.ts';
import type { CentralAdvice, SentPackage } from '../package-read.ts';
import type { SlipRow } from '../queries.ts';
import type { DossierRecord } from '../record.ts';
import type { Reviews } from '../reviews-read.ts';
import { advicePaths, hasResult, reasonsPath } from '../urls.ts';
import type { WalletPaper } from '../wallet.ts';
import { termOf } from '../words.ts';
import { CentralActs, type CentralWay, centralWays, Schedule } from './central-acts.tsx';
import { Checking } from './commune-checking.tsx';
import { DecideNext } from './commune-outcome.tsx';

/** A dossier as an office sees it. */
export interface OfficeData {
  readonly dossier: DossierRecord;
  readonly outcome: Outcome | undefined;
  /** The dossier waits for the very office that looks at it. */
  readonly ours: boolean;
  readonly set: ProductSet;
  readonly standing: SheetStanding;
  readonly papers: readonly WalletPaper[];
  readonly assessment: Assessment;
  readonly advice: Advice | undefined;
  /** What the advisory teams asked for, and their visits. */
  readonly work: AdviceWork;
  readonly progress: CheckProgress;
  readonly slips: readonly SlipRow[];
  readonly steps: readonly Step[];
  readonly acts: Acts;
  readonly years: Parameters<typeof dueTerm>[2];
  /** Which round it falls to, and the one it missed; null where that is settled. */
  readonly roundNote: string | null;
  /** Papers that end before this day are warned of. */
  readonly soonOn: string;
  readonly day: string;
  readonly reviews: Reviews;
  /** What the province sent to the Ministry. */
  readonly sent: SentPackage | undefined;
  /** For the Ministry alone. */
  readonly centralAdvice: CentralAdvice | undefined;
}

/** What the actor may do to the dossier now, as the policy and the state of the dossier say. */
export interface Acts {
  readonly receive: boolean;
  /** The actor entered the dossier and so may not receive it (S17). */
  readonly enteredIt: boolean;
  readonly check: boolean;
  readonly accept: boolean;
  readonly sendBack: boolean;
  readonly advise: boolean;
  /** The team's report once there, the dossier may be put into a session. */
  readonly schedule: boolean;
  readonly exclude: boolean;
  readonly notify: boolean;
  readonly mayReadLedger: boolean;
  readonly mayExport: boolean;
  /** May see what the product lacks to the next star. */
  readonly mayAdvise: boolean;
  /** May put a wrong product code right. */
  readonly correctCode: boolean;
  /** May record the advisory team's work; may send what it asked for. */
  readonly team: boolean;
  /** Was given to the actor as a member of the team. */
  readonly ownPart: boolean;
  readonly answer: boolean;
  /** Acts of the five-star way. */
  readonly central: readonly CentralWay[];
  /** Last day of the commune's term, were the dossier received today. */
  readonly dueIfReceived: string | null;
}

/** Asks the policy for each act that the dossier's state leaves open. */
export async function actsOf(ctx: ReadContext, dossier: DossierRecord): Promise<Acts> {
  const at = (...states: readonly string[]) => states.includes(dossier.state);
  const may = async (open: boolean, verb: string) => open && (await ctx.may(verb, dossier.id));
  const [receive, check, accept, sendBack, advise, exclude, notify, mayReadLedger, mayExport, mayAdvise, central, due] =
    await Promise.all([
      may(at('submitted'), 'dossier.receive'),
      may(at('checking'), 'dossier.checkPaper'),
      may(at('proposed'), 'dossier.accept'),
      may(at('proposed'), 'dossier.sendBack'),
      may(at('inRound'), 'dossier.reportAdvice'),
      may(findStep('dossier.exclude', dossier.state) !== undefined, 'dossier.exclude'),
      may(findStep('dossier.notify', dossier.state) !== undefined, 'dossier.notify'),
      ctx.may('ledger.read', dossier.id),
      ctx.may('dossier.export', dossier.id),
      ctx.may('adviser.read', dossier.id),
      centralWays(ctx, dossier),
      at('submitted') ? dueAfter(ctx.db, 'dossier.receive', dossier.kind, ctx.day) : null,
    ]);
  const [schedule, correctCode, team, answer, ownPart] = await Promise.all([
    may(at('inRound', 'central'), dossier.state === 'central' ? 'dossier.assignCentral' : 'dossier.assign'),
    may(findStep('dossier.correctCode', dossier.state) !== undefined, 'dossier.correctCode'),
    ctx.may('dossier.assignAdvisers', dossier.id),
    ctx.may('dossier.answerRequest', dossier.id),
    ctx.may('advice.readPart', dossier.id),
  ]);
  const enteredIt = dossier.enteredBy === ctx.actor.account;
  const dueIfReceived = due?.day ?? null;
  return {
    receive,
    enteredIt,
    check,
    accept,
    sendBack,
    advise,
    exclude,
    notify,
    mayReadLedger,
    mayExport,
    mayAdvise,
    schedule,
    correctCode,
    team,
    ownPart,
    answer,
    central,
    dueIfReceived,
  };
}

interface Props {
  readonly data: OfficeData;
  form(action: string): FormState;
}

/** The next acts, and below them the act that ends the dossier. */
export function OfficeActs(props: Props) {
  const { dossier, acts } = props.data;
  return (
    <>
      <NextActs {...props} />
      <div class="stack-2 empty:hidden">
        {acts.notify && (
          <p>
            <a href={`/ho-so/${dossier.id}/thong-bao`}>Thông báo kết quả cho chủ thể và xã</a>
          </p>
        )}
        {acts.team && (
          <p>
            <a href={advicePaths.desk(dossier.id)}>Việc của Tổ tư vấn: giao hồ sơ, đề nghị bổ sung, khảo sát</a>
          </p>
        )}
        {acts.ownPart && (
          <p>
            <Button kind="main" href={advicePaths.part(dossier.id)} icon="pen">
              Phần thẩm tra của tôi
            </Button>
          </p>
        )}
        {acts.mayAdvise && hasResult(dossier) && (
          <p>
            <a href={reasonsPath(dossier.id)}>Điểm từng tiêu chí và nhận xét được công bố</a>
          </p>
        )}
        {acts.exclude && (
          <p class="sm">
            <a href={`/ho-so/${dossier.id}/loai`}>Loại hồ sơ theo căn cứ in trên phiếu</a>
          </p>
        )}
      </div>
    </>
  );
}

/** One that is off says why and who can (U25). */
function NextActs({ data, form }: Props) {
  const { dossier, acts } = data;
  if (acts.receive) return <Receive data={data} form={form} />;
  if (acts.check) return <Checking dossier={dossier} progress={data.progress} />;
  if (acts.accept || acts.sendBack) return <Intake data={data} />;
  if (acts.advise)
    return (
      <section class="row" aria-label="Việc cần làm">
        {data.advice && acts.schedule && <Schedule />}
        <Button kind={data.advice ? 'plain' : 'main'} href={officePaths.advice(dossier.id)}>
          {data.advice ? 'Sửa báo cáo của Tổ tư vấn' : 'Ghi báo cáo của Tổ tư vấn'}
        </Button>
      </section>
    );
  if (acts.central.length > 0)
    return (
      <CentralActs
        ways={acts.central}
        outcome={data.outcome}
        schedules={acts.schedule && data.centralAdvice !== undefined}
      />
    );
  if (data.outcome?.mayDecide) return <DecideNext outcome={data.outcome} />;
  return <Elsewhere data={data} />;
}

/** Nothing for this office to do now: what comes next, and who does it (U25). */
function Elsewhere({ data: { dossier, ours } }: { data: OfficeData }) {
  if (dossier.nextActor === null) return null;
  if (ours) return <Note kind="info" title={`${NEXT_WORK[dossier.state]}.`} />;
  const holder = holderWords(dossier.nextActor, dossier.commune.name, dossier.province.name);
  return (
    <Note kind="info" title={`Bước này do ${inSentence(holder)} làm.`}>
      {NEXT_WORK[dossier.state]}.
    </Note>
  );
}

/** Communes and offices begin small inside a sentence, the Ministry does not. */
const inSentence = (holder: string) =>
  holder.startsWith('Bộ ') ? holder : holder.charAt(0).toLocaleLowerCase('vi') + holder.slice(1);

function Receive({ data: { dossier, acts }, form }: Props) {
  const act = 'Tiếp nhận hồ sơ';
  return (
    <section class="box stack" aria-label="Việc cần làm">
      <p>
        Tiếp nhận xong, xã có {termOf('dossier.receive')} để kiểm tra và đề nghị tỉnh
        {acts.dueIfReceived && `, hạn ngày ${formatDay(acts.dueIfReceived)}`}. Tiếp nhận rồi không hoàn tác được; hồ sơ
        thiếu thì trả lại để bổ sung.
      </p>
      <Form action={officePaths.receive(dossier.id)} state={form('dossier.receive')} version={dossier.version}>
        {acts.enteredIt ? (
          <Button kind="main" off="Bạn đã nhập hồ sơ này. Nhờ cán bộ khác của xã tiếp nhận.">
            {act}
          </Button>
        ) : (
          <Button kind="main">{act}</Button>
        )}
      </Form>
    </section>
  );
}

function Intake({ data: { dossier, acts } }: { data: OfficeData }) {
  return (
    <section class="box stack" aria-label="Việc cần làm">
      {dossier.proposedOn && <p>Xã đề nghị ngày {formatDay(dossier.proposedOn)}. Ngày này quyết định đợt đánh giá.</p>}
      <div class="row">
        {acts.accept && (
          <Button kind="main" href={officePaths.accept(dossier.id)}>
            Đưa vào đợt đánh giá
          </Button>
        )}
        {acts.sendBack && (
          <Button href={officePaths.sendBack(dossier.id)} icon="back">
            Yêu cầu hoàn thiện
          </Button>
        )}
      </div>
    </section>
  );
}
