import type { ProductSet } from '#law/rulebooks';
import type { SheetStanding } from '#law/sheet-state';
import { Button, formatDay, Icon, Note, type Slat, Slats, type Step, type Task, TaskList, Timeline } from '#ui';
import type { Return } from '../draft.ts';
import { guideOf } from '../guides.ts';
import { type KindProgress, type PartProgress, setWords, type WorkState } from '../progress.ts';
import type { Helper } from '../queries.ts';
import type { DossierRecord } from '../record.ts';
import { applicationKinds } from '../schema.ts';
import {
  adviserPath,
  checkPath,
  filedPath,
  formPath,
  papersPath,
  partPath,
  selfScorePath,
  signedFormPath,
  withdrawPath,
} from '../urls.ts';
import type { WalletPaper } from '../wallet.ts';
import { EndingPapersNote } from './ending-papers.tsx';
import { Columns, HelpBox, termWords } from './parts.tsx';

export interface TasksData {
  readonly dossier: DossierRecord;
  readonly papers: readonly WalletPaper[];
  readonly parts: readonly PartProgress[];
  readonly kinds: readonly KindProgress[];
  readonly standing: SheetStanding;
  readonly set: ProductSet;
  readonly returned: Return | undefined;
  readonly steps: readonly Step[];
  readonly help: readonly Helper[];
  readonly day: string;
  /** Papers that end before this day are warned of. */
  readonly soonOn: string;
}

const PART_NAMES: Readonly<Record<PartProgress['part'], string>> = {
  general: 'Thông tin chung',
  results: 'Kết quả sản xuất, kinh doanh',
  changes: 'Thay đổi sau khi được công nhận',
  plan: 'Kế hoạch sản xuất, kinh doanh',
};

/** A dossier in work as a list of tasks in any order: what is unfinished first (U14); a returned one opens at what must change (U19).
 * `inline`: the act stands in the page, where the shell has no bar for it. */
export function Tasks({ inline, ...data }: TasksData & { inline: boolean }) {
  const { dossier, returned, set, day } = data;
  const tasks = allTasks(data);
  const named = returned !== undefined && returned.items.length > 0;
  const open = tasks.filter(({ state }) => state !== 'done');
  const first = open.filter(({ state, paper }) => (named ? state === 'fix' : !paper || state === 'fix'));
  const papers = open.filter((task) => !first.includes(task));
  const done = tasks.filter(({ state }) => state === 'done');
  return (
    <Columns aside={<Aside {...data} inline={inline} />}>
      <div>
        <p class="sm mut">
          {applicationKinds[dossier.kind]} · {setWords(set)}
        </p>
        <h1>{dossier.product.name}</h1>
      </div>
      {data.standing.total > 0 && data.standing.nextStar && (
        <p>
          <a class="row tight line" href={adviserPath(dossier.id)}>
            <Icon name="award" />
            Còn thiếu gì để lên {data.standing.nextStar} sao?
          </a>
        </p>
      )}
      {returned && (
        <Returned id={dossier.id} returned={returned} count={first.length} dueOn={dossier.dueOn} day={day} />
      )}
      <EndingPapersNote papers={data.papers} day={day} soonOn={data.soonOn} />
      <Slats title="Các mục của hồ sơ" slats={tasks.map(({ state }) => SLATS[state])} said={progressWords(tasks)} />
      {first.length > 0 && <TaskList label="Phải làm" tasks={first} />}
      {papers.length > 0 && (
        <section class="stack">
          <h2 class="text-lg">{named ? 'Có thể thêm' : 'Giấy tờ minh chứng'}</h2>
          {!named && (
            <p class="ink2">Có giấy tờ nào thì thêm giấy tờ ấy. Thiếu giấy tờ vẫn nộp được nhưng dễ mất điểm.</p>
          )}
          <TaskList label="Giấy tờ chưa có" tasks={papers} />
        </section>
      )}
      {done.length > 0 && (
        <section class="stack">
          <h2 class="text-lg">Đã xong</h2>
          <TaskList label="Đã xong" tasks={done} />
        </section>
      )}
      {inline && <div>{tasksActs(data)}</div>}
    </Columns>
  );
}

/** A row of the list; `paper`: evidence, which only guides. */
type Row = Task & { state: WorkState; paper?: boolean };

const SLATS: Readonly<Record<WorkState, Slat>> = { done: 'done', work: 'work', fix: 'fix', missing: 'missing' };

/** The act of the page: on a phone at its bottom. */
export function tasksActs({ dossier }: TasksData) {
  return (
    <Button kind="main" href={checkPath(dossier.id)}>
      {dossier.state === 'returned' ? 'Kiểm tra và nộp lại' : 'Kiểm tra và nộp'}
    </Button>
  );
}

function Returned({
  id,
  returned,
  count,
  dueOn,
  day,
}: {
  id: string;
  returned: Return;
  count: number;
  dueOn: string | null;
  day: string;
}) {
  const who = returned.action === 'dossier.return' ? 'Xã' : 'Tỉnh';
  return (
    <Note
      kind="soon"
      icon="back"
      title={count > 0 ? `${who} trả lại để bổ sung ${count} mục.` : `${who} trả lại để bổ sung.`}
    >
      {count > 0
        ? 'Chỉ cần sửa các mục đầu danh sách rồi nộp lại. '
        : returned.items.length > 0 && 'Đã sửa đủ các mục được nêu. Kiểm tra rồi nộp lại. '}
      {dueOn ? `${termWords(dueOn, day)}.` : `Trả lại ngày ${formatDay(returned.day)}.`}
      {returned.note && <p>{returned.note}</p>}
      <p>
        <a href={filedPath(id)}>Xem bản đã nộp</a>
      </p>
    </Note>
  );
}

function progressWords(tasks: readonly { state: WorkState }[]): string {
  const count = (state: WorkState) => tasks.filter((one) => one.state === state).length;
  const words = [`${count('done')} đã có`];
  if (count('work') > 0) words.push(`${count('work')} đang làm`);
  if (count('fix') > 0) words.push(`${count('fix')} cần sửa`);
  if (count('missing') > 0) words.push(`${count('missing')} chưa có`);
  return words.join(', ');
}

function allTasks(data: TasksData): Row[] {
  const { dossier, parts, kinds, returned } = data;
  const who = returned?.action === 'dossier.sendBack' ? 'Tỉnh ghi' : 'Xã ghi';
  const because = (reasons: readonly string[]) =>
    reasons.length === 0 ? {} : { reason: { who, words: reasons.join(' ') }, status: 'paper.fix' };
  const scoreReasons = (returned?.items ?? []).filter(({ target }) => target === 'answers').map(({ reason }) => reason);
  return [
    ...parts.slice(0, -1).map((part) => ({ ...partTask(dossier.id, part), ...because(part.reasons) })),
    { ...scoreTask(data, scoreReasons.length > 0), ...because(scoreReasons) },
    ...parts.slice(-1).map((part) => ({ ...partTask(dossier.id, part), ...because(part.reasons) })),
    ...(dossier.onBehalf ? [signedTask(dossier)] : []),
    ...kinds.map((kind) => ({ ...kindTask(dossier.id, kind), ...because(kind.reasons), paper: true })),
  ];
}

function partTask(id: string, { part, state, left, wrong }: PartProgress): Row {
  const what = part === 'changes' ? 'mục chưa xong' : 'ô chưa điền';
  const open = [left.length > 0 && `Còn ${left.length} ${what}`, wrong > 0 && `${wrong} ô cần sửa`].filter(Boolean);
  const hint = open.length === 0 ? 'Đã điền' : open.join(', ');
  return { href: partPath(id, part), name: PART_NAMES[part], state, hint, ...penned(state) };
}

/** What is being written shows a pen; the arrow up belongs to files. */
const penned = (state: WorkState) => (state === 'work' ? { icon: 'pen' as const } : {});

function scoreTask({ dossier, standing, set }: TasksData, fix: boolean): Row {
  const { total, star, unanswered } = standing;
  const begun = Object.keys(dossier.answers).length > 0;
  const state: WorkState = fix ? 'fix' : unanswered.length === 0 ? 'done' : begun ? 'work' : 'missing';
  const hint = begun
    ? `${total} điểm, ${star} sao${unanswered.length > 0 ? `. Còn ${unanswered.length} tiêu chí` : ''}`
    : `Theo phiếu của bộ ${set.no}`;
  return { href: selfScorePath(dossier.id), name: 'Tự chấm điểm', state, hint, ...penned(state) };
}

function signedTask({ id, signedForm }: DossierRecord): Row {
  const state: WorkState = signedForm === null ? 'missing' : 'done';
  const hint = signedForm === null ? 'Bản quét có chữ ký của chủ thể' : 'Đã đính kèm';
  return { href: signedFormPath(id), name: 'Phiếu đăng ký đã ký', state, hint };
}

function kindTask(id: string, { words, papers, state, lapsed }: KindProgress): Row {
  const href = papersPath(id, words.id);
  if (lapsed) return { href, name: words.name, state: 'fix', status: 'certificate.expired', hint: 'Thêm bản còn hạn' };
  if (papers.length === 0) return { href, name: words.name, state, status: 'paper.missing', hint: missingHint(words) };
  const ends = papers.flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn])).toSorted()[0];
  return {
    href,
    name: words.name,
    state,
    hint: `${papers.length} tệp${ends ? `, còn hạn đến ${formatDay(ends)}` : ''}`,
  };
}

/** What it is, and that a blank can be downloaded on its page (U14). */
const missingHint = ({ id, requirement }: KindProgress['words']) =>
  `${firstSentence(requirement)}${guideOf(id)?.blank ? '. Có mẫu để tải về' : ''}`;

const firstSentence = (text: string) => text.split(/[.;(]/, 1)[0]?.trim() ?? text;

function Aside({ dossier, steps, help, inline }: TasksData & { inline: boolean }) {
  return (
    <>
      {!inline && <HelpBox helpers={help} />}
      <section class="stack">
        <h2 class="text-lg">Hồ sơ đang ở đâu</h2>
        <Timeline steps={steps} label="Hồ sơ đang ở đâu" />
      </section>
      <section class="stack-2">
        <h2 class="text-lg">Bản in</h2>
        <p>
          <a href={formPath(dossier.id, '01')}>Phiếu đăng ký (Mẫu số 01)</a>,{' '}
          <a href={formPath(dossier.id, '01', 'docx')}>bản Word</a>
        </p>
        <p>
          <a href={formPath(dossier.id, '02')}>Báo cáo tự đánh giá (Mẫu số 02)</a>,{' '}
          <a href={formPath(dossier.id, '02', 'docx')}>bản Word</a>
        </p>
      </section>
      {!inline && (
        <p>
          <a class="text-lacquer" href={withdrawPath(dossier.id)}>
            Rút hồ sơ này
          </a>
        </p>
      )}
    </>
  );
}
