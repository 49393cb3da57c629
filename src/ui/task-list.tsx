import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import { StatusTag } from './status.tsx';

export interface Task {
  href?: string | undefined;
  name: string;
  state: 'done' | 'work' | 'fix' | 'missing';
  /** Tag beside the hint; the mark alone is enough for what is done. */
  status?: string | undefined;
  hint?: ComponentChildren;
  /** A hint that says the state, in place of the usual word for readers of a screen: "Chưa được công nhận". */
  said?: string | undefined;
  /** A choice to go on with, no step to be done: nothing is said of its state. */
  choice?: true | undefined;
  /** What the office wrote about it. */
  reason?: { who: string; words: string } | undefined;
  icon?: IconName | undefined;
}

const MARKS: Record<Task['state'], IconName> = { done: 'check', work: 'up', fix: 'pen', missing: 'plus' };
const SAID: Record<Task['state'], string> = { done: 'Đã xong', work: 'Đang làm', fix: 'Cần sửa', missing: 'Chưa có' };

/** Papers or steps in any order; the whole row is one link. Give what is unfinished first, what is done in a list below. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  return (
    <ul class="tasks" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.name} class={task.state}>
          {task.href ? (
            <a class="t" href={task.href}>
              <TaskFace {...task} />
            </a>
          ) : (
            <div class="t">
              <TaskFace {...task} />
            </div>
          )}
          {task.reason && (
            <p class="why">
              <b>{task.reason.who}:</b> {task.reason.words}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function TaskFace({ state, name, status, hint, said, choice, href, icon }: Task) {
  return (
    <>
      <span class="st">
        <Icon name={icon ?? MARKS[state]} />
      </span>
      <span class="nm">
        {name}
        {!status && !said && !choice && <span class="sr">. {SAID[state]}</span>}
      </span>
      {href ? (
        <span class="go">
          <Icon name="right" />
        </span>
      ) : (
        <span />
      )}
      {(status || hint || said) && (
        <span class="sub">
          {status && <StatusTag status={status} />}
          {said}
          {hint}
        </span>
      )}
    </>
  );
}
