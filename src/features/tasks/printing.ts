/** The report on tasks of an act, a meeting or a body, as PDF and Word: from the office that reads it to who gave them. */
import { officeOf, printed } from '#features/councils';
import { readUnit } from '#features/units';
import { stateWords } from '#law/moves';
import { taskTerm } from '#law/tasks';
import { longDate } from '#platform/documents/words';
import type { ReadContext } from '#platform/http/context';
import { download } from '#platform/http/read';
import { invalid } from '#platform/refusal';
import { formatMoment } from '#ui';
import { type ReportedTask, taskReport } from './papers/report.ts';
import { type Task, taskCounts, taskRows } from './queries.ts';
import { listQuery } from './schema.ts';
import { actSaid, dueSaid, standingSaid } from './words.ts';

/** Longer reports are nobody's paper. */
const MOST = 300;

const printing = (form: 'pdf' | 'docx', title: string) =>
  download({
    name: `task.${form}`,
    title,
    permission: 'task.read',
    query: listQuery.omit({ after: true }),
    logged: 'export',
    async run(ctx, _params, { xem: view, ...asked }) {
      const ask = { ...asked, day: ctx.day, reach: ctx.within('task.read', 'l') };
      const [rows, counts] = await Promise.all([
        taskRows(ctx.db, { ...ask, view: view ?? 'all' }, null, MOST + 1),
        taskCounts(ctx.db, ask),
      ]);
      const tasks = rows.filter(({ state }) => state !== 'cancelled' || view === 'cancelled');
      if (rows.length > MOST)
        throw invalid('q', `Báo cáo chỉ in được ${MOST} việc. Chọn một văn bản, cuộc họp hoặc tình trạng.`);
      if (tasks.length === 0) throw invalid('q', 'Không có việc nào để báo cáo. Chọn văn bản hoặc tình trạng khác.');
      const all = view === undefined || view === 'all';
      return printed(
        taskReport({
          ...(await officeData(ctx, tasks)),
          summary: summaryOf(asked, tasks),
          day: longDate(ctx.day),
          counts: all
            ? { all: counts.all - counts.cancelled, ...counted(counts) }
            : { all: tasks.length, ...countedIn(tasks, ctx.day) },
          tasks: tasks.map((task) => said(task, ctx.day)),
          note: `Lập từ sổ việc được giao lúc ${formatMoment(ctx.now)}.`,
        }),
        form,
        'bao-cao-viec-duoc-giao',
        ctx.now,
      );
    },
  });

export const tasksPdf = printing('pdf', 'Báo cáo việc được giao (PDF)');
export const tasksWord = printing('docx', 'Báo cáo việc được giao (Word)');

const counted = ({ accepted, reported, late }: { accepted: number; reported: number; late: number }) => ({
  ...{ accepted, reported, late },
});
const countedIn = (tasks: readonly Task[], day: string) =>
  counted({
    accepted: tasks.filter(({ state }) => state === 'accepted').length,
    reported: tasks.filter(({ state }) => state === 'reported').length,
    late: tasks.filter((task) => task.state !== 'reported' && taskTerm(task, day)?.late === true).length,
  });

function said(task: Task, day: string): ReportedTask {
  return {
    ...{ words: task.words, stands: actSaid(task), owner: task.ownerName, due: dueSaid(task) },
    ...{ state: stateWords('task', task.state).name, standing: standingSaid(task, day) },
    done: [task.percent === null ? '' : `${task.percent}%.`, task.lastNote ?? ''].filter(Boolean).join(' '),
  };
}

function summaryOf(
  { vanban, hop, chung }: { vanban?: string | undefined; hop?: string | undefined; chung?: string | undefined },
  [first]: readonly Task[],
) {
  if (chung !== undefined && first?.together === chung) return `kết quả thực hiện việc giao chung: ${first.brief}`;
  if (hop !== undefined && first?.meetingLabel) return `kết quả thực hiện kết luận ${first.meetingLabel}`;
  if (vanban !== undefined && first?.actLabel) return `kết quả thực hiện ${first.actLabel}`;
  return 'kết quả thực hiện các việc được giao';
}

/** Who reports, and to whom: the offices that gave the tasks. */
async function officeData({ db, actor, day }: ReadContext, tasks: readonly Task[]) {
  const givers = [...new Set(tasks.map(({ giver }) => giver))].slice(0, 5).map((giver) => `${giver} (để báo cáo);`);
  const recipients = [...givers, 'Lưu: VT.'];
  const year = Number(day.slice(0, 4));
  const draft = { number: null, date: null, year };
  if (actor.role === 'commune' && actor.unit !== null) {
    const unit = await readUnit(db, actor.unit, day);
    const name = unit?.name ?? '';
    const issuer = `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const place = name.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu) /u, '');
    const issuance = { issuer, place, symbol: 'BC-UBND', ...draft };
    return { issuance, recipients, capacity: ['TM. Ủy ban nhân dân', 'Chủ tịch'] };
  }
  const office = await officeOf(db, actor.area);
  const symbol = actor.area === null ? 'BC-BNNMT' : 'BC-SNNMT';
  const issuance = { superior: office.authority, issuer: office.agency, place: office.place, symbol, ...draft };
  return { issuance, recipients, capacity: [office.agencyHeadTitle] };
}
