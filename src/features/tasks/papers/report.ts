/** The report on tasks to the office that gave them, in the layout of Decree 30/2020 (R18). Pure. */
import { type Issuance, officialHead } from '#platform/documents/issuance';
import type { Block, Cell, Paper } from '#platform/documents/paper';

/** One task as the report says it. */
export interface ReportedTask {
  readonly words: string;
  /** Where it stands: 'Mục 4, Công văn …'. */
  readonly stands: string;
  readonly owner: string;
  readonly due: string;
  readonly state: string;
  /** 'Quá hạn 3 ngày, chưa báo cáo', empty without a last day. */
  readonly standing: string;
  readonly done: string;
}

export interface TaskReportData {
  readonly issuance: Issuance;
  /** 'kết quả thực hiện kết luận Họp giao ban, 12/11/2026' */
  readonly summary: string;
  readonly day: string;
  readonly counts: {
    readonly all: number;
    readonly accepted: number;
    readonly reported: number;
    readonly late: number;
  };
  readonly tasks: readonly ReportedTask[];
  readonly recipients: readonly string[];
  readonly capacity: readonly string[];
  readonly note: string;
}

export function taskReport(data: TaskReportData): Paper {
  const { all, accepted, reported, late } = data.counts;
  const open = all - accepted - reported;
  const overdue = data.tasks.filter(({ standing }) => standing.startsWith('Quá hạn'));
  return {
    title: `Báo cáo ${data.summary}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Báo cáo', summary: data.summary },
          { kind: 'heading', text: '1. Tình hình chung' },
          {
            kind: 'text',
            text: `Tính đến ${data.day}, có ${all} việc được giao: ${accepted} việc đã xong, ${reported} việc đã báo cáo chờ xem kết quả, ${open} việc đang làm, trong đó ${late} việc quá hạn.`,
          },
          ...(overdue.length === 0
            ? []
            : ([
                { kind: 'text', text: 'Việc quá hạn:', keep: true },
                ...overdue.map(({ words, owner, standing }) => ({
                  kind: 'item' as const,
                  text: `${owner}: ${words} (${standing}).`,
                })),
              ] satisfies Block[])),
          { kind: 'heading', text: '2. Kết quả từng việc' },
          {
            kind: 'table',
            size: 11,
            columns: [
              { header: 'TT', width: 1, align: 'center' },
              { header: 'Việc được giao', width: 6 },
              { header: 'Ai làm', width: 3 },
              { header: 'Hạn', width: 2 },
              { header: 'Tình trạng', width: 3 },
              { header: 'Đã làm', width: 5 },
            ],
            rows: data.tasks.map((task, place): Cell[] => [
              String(place + 1),
              task.stands === '' ? task.words : `${task.words} (${task.stands})`,
              task.owner,
              task.due,
              task.standing === '' ? task.state : `${task.state}. ${task.standing}`,
              task.done,
            ]),
          },
          {
            kind: 'closing',
            recipients: [...data.recipients],
            signers: [{ capacity: [...data.capacity], name: null }],
          },
          { kind: 'note', text: data.note },
        ],
      },
    ],
  };
}
