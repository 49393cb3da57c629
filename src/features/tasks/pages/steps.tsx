import type { ComponentChildren } from 'preact';
import { Button, DateField, FileField, Form, FormEnd, type FormState, formatDay, TextArea, TextField } from '#ui';
import type { Task } from '../queries.ts';
import { taskPaths } from '../urls.ts';

export const TASK_STEPS = [
  'task.note',
  'task.report',
  'task.accept',
  'task.giveBack',
  'task.correct',
  'task.cancel',
] as const;
export type TaskStep = (typeof TASK_STEPS)[number];

interface StepsProps {
  readonly task: Task;
  readonly may: ReadonlySet<TaskStep>;
  /** Acts the correction offers. */
  readonly offers: readonly string[];
  form(name: TaskStep): FormState;
}

/** What the reader may do now: tell and report, or accept and give back. */
export function TaskSteps({ task, may, offers, form }: StepsProps) {
  if (may.size === 0) return null;
  return (
    <section class="stack-5">
      {may.has('task.accept') && (
        <Form
          action={taskPaths.accept(task.id)}
          state={form('task.accept')}
          version={task.version}
          class="stack"
          label="Nhận kết quả"
        >
          <FormEnd>
            <Button kind="main" icon="check">
              Nhận kết quả
            </Button>
          </FormEnd>
        </Form>
      )}
      {may.has('task.report') && (
        <Fold
          task={task}
          action={taskPaths.report(task.id)}
          state={form('task.report')}
          words="Báo cáo kết quả"
          open
          main
        >
          <TextArea name="words" label="Kết quả" rows={4} maxLength={3000} />
          <FileField name="file" label="Giấy tờ kèm theo" parts="office" optional />
        </Fold>
      )}
      {may.has('task.note') && (
        <Fold task={task} action={taskPaths.note(task.id)} state={form('task.note')} words="Ghi tiến độ">
          <TextArea name="words" label="Đã làm đến đâu" rows={3} maxLength={3000} />
          <TextField name="percent" label="Đã làm được" unit="%" inputMode="numeric" width="num" optional />
          <FileField name="file" label="Giấy tờ kèm theo" parts="office" optional />
        </Fold>
      )}
      {may.has('task.giveBack') && (
        <Fold task={task} action={taskPaths.giveBack(task.id)} state={form('task.giveBack')} words="Giao lại">
          <TextField name="reason" label="Lý do giao lại" maxLength={500} />
          <DateField name="dueOn" label="Hạn mới" optional />
        </Fold>
      )}
      {may.has('task.correct') && (
        <Fold task={task} action={taskPaths.correct(task.id)} state={form('task.correct')} words="Sửa lời giao">
          <TextArea name="words" label="Nội dung việc" value={task.words} rows={4} maxLength={3000} />
          <DateField
            name="dueOn"
            label="Hạn"
            value={task.dueOn === null ? undefined : formatDay(task.dueOn)}
            optional
          />
          <TextField name="term" label="Hạn bằng lời" value={task.term} maxLength={200} optional />
          <TextField name="act" label="Văn bản giao" value={task.actLabel} offers={offers} optional />
          <TextField name="item" label="Mục, khoản" value={task.item} width="mid" maxLength={100} optional />
          <TextField name="reason" label="Lý do sửa" maxLength={500} />
        </Fold>
      )}
      {may.has('task.cancel') && (
        <Fold task={task} action={taskPaths.cancel(task.id)} state={form('task.cancel')} words="Hủy việc">
          <TextField name="reason" label="Lý do hủy" maxLength={500} />
        </Fold>
      )}
    </section>
  );
}

interface FoldProps {
  readonly task: Task;
  readonly action: string;
  readonly state: FormState;
  readonly words: string;
  readonly open?: boolean;
  readonly main?: boolean;
  readonly children: ComponentChildren;
}

function Fold({ task, action, state, words, open = false, main = false, children }: FoldProps) {
  return (
    <details class="box" open={open || state.message !== undefined || Object.keys(state.errors).length > 0}>
      <summary>{words}</summary>
      <Form action={action} state={state} version={task.version} class="stack mt-4">
        {children}
        <FormEnd>
          <Button kind={main ? 'main' : 'plain'}>{words}</Button>
        </FormEnd>
      </Form>
    </details>
  );
}
