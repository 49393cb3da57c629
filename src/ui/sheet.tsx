import type { ComponentChildren } from 'preact';
import { useField } from './form.tsx';
import { Icon } from './icons.tsx';
import {
  answerName,
  calmTitle,
  gateShows,
  pointsBelow,
  remarkName,
  type SheetCriterion,
  type SheetOption,
  type SheetSet,
  type SheetState,
} from './sheet-types.ts';
import { MinStar } from './stars.tsx';

export interface SheetProps {
  set: SheetSet;
  /** Criterion code → chosen option id, or ids where several may be chosen. '' or an empty list stands for "none of these". */
  answers: Readonly<Record<string, string | readonly string[]>>;
  state: SheetState;
  /** Shows one topic (top-level code) alone; the others are reached by the contents. */
  topic?: string | undefined;
  /** Submitted or somebody else's: shown, not changed. */
  locked?: boolean | undefined;
  /** What stands below the options of a criterion: attached papers, a button to attach. */
  evidence?: ((code: string) => ComponentChildren) | undefined;
  /** Remarks by criterion; given, each criterion takes one. */
  remarks?: Readonly<Record<string, string>> | undefined;
  /** Sentence below a remark's label, where the rules ask for one. */
  remarkHint?: string | undefined;
  /** What the remark is called; a member's word unless said otherwise. */
  remarkWord?: string | undefined;
}

/** A score sheet: one box a criterion, options with points at the right and the star marks of the law. */
export function Sheet(props: SheetProps) {
  const whole = props.topic === undefined && props.set.parts.length > 1;
  return (
    <div class="stack-7">
      {props.set.parts.map((part) => {
        const topics = part.criteria.filter(({ code }) => props.topic === undefined || code === props.topic);
        if (topics.length === 0) return null;
        return (
          <section key={part.code} aria-labelledby={`phan-${part.code}`}>
            <h2 id={`phan-${part.code}`} class={whole ? 'mb-2 scroll-mt-24' : 'mb-4'}>
              Phần {part.code}. {calmTitle(part.title)}
            </h2>
            {whole && <Parts set={props.set} here={part.code} />}
            {topics.map((topic) => (
              <Topic key={topic.code} node={topic} {...props} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

/** From one part of a long sheet to the others, without scripts. */
function Parts({ set, here }: { set: SheetSet; here: string }) {
  return (
    <nav class="row tight mb-4" aria-label={`Từ phần ${here} đến phần khác`}>
      {set.parts
        .filter(({ code }) => code !== here)
        .map(({ code }) => (
          <a key={code} class="btn small" href={`#phan-${code}`}>
            Đến phần {code}
          </a>
        ))}
    </nav>
  );
}

type Inside = SheetProps & { node: SheetCriterion };

/** A heading of the sheet with its sum, and everything below it. */
function Topic({ node, ...props }: Inside) {
  return (
    <section class="mb-8 scroll-mt-24" id={`muc-${node.code}`}>
      <div class="row between line ink2 mb-3">
        <h3 class="text-base font-normal">
          {node.code}. {calmTitle(node.title)}
        </h3>
        <span class="num">
          <b data-topic={node.code}>{pointsBelow(node, props.state.points)}</b>
          <span class="mut">/{node.maxPoints}</span>
        </span>
      </div>
      {node.kind === 'group' ? (
        node.children?.map((child) => <Node key={child.code} {...props} node={child} />)
      ) : (
        <CriterionBox {...props} node={node} />
      )}
    </section>
  );
}

function Node(props: Inside) {
  const { node } = props;
  if (node.kind === 'criterion') return <CriterionBox {...props} />;
  return (
    <div class="my-4">
      <p class="mb-2 font-semibold">
        {node.code} {calmTitle(node.title)}
      </p>
      {node.children?.map((child) => (
        <Node key={child.code} {...props} node={child} />
      ))}
    </div>
  );
}

const STOPPING = new Set(['disqualify', 'stop', 'ineligible']);

/** One criterion: its wording, the law's notes, its options, its evidence. */
function CriterionBox(props: Inside) {
  const { node, state, evidence } = props;
  const typed = useField(answerName(node.code));
  const answer = typed.typed ?? props.answers[node.code];
  const chosen =
    answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer.length === 0 ? [''] : answer;
  const gate = state.missing.find(({ criterion }) => criterion === node.code && gateShows(state, criterion));
  const points = state.points[node.code];
  const tray = evidence?.(node.code);
  const title = `tc-${node.code}`;
  return (
    <section
      class={gate ? 'crit miss' : 'crit'}
      id={`c-${node.code}`}
      data-criterion={node.code}
      aria-labelledby={title}
    >
      <header>
        <span class="cd">{node.code}</span>
        <h4 id={title}>{calmTitle(node.title)}</h4>
        <span class="pt">
          <span data-points={node.code}>{points ?? '–'}</span>
          <span class="mut">/{node.maxPoints}</span>
        </span>
        {node.titleMinStar && (
          <p class="nt">
            <MinStar star={node.titleMinStar} />
          </p>
        )}
        {node.notes?.map(({ type, text }) => (
          <p key={text} class={STOPPING.has(type) ? 'nt stop' : 'nt'}>
            {text}
          </p>
        ))}
        {node.communeReview && <p class="nt">Xã đánh giá nội dung này</p>}
      </header>
      {typed.error && (
        <p class="err px-4">
          <Icon name="warn" />
          {typed.error}
        </p>
      )}
      <Options {...props} chosen={chosen} />
      <p class="gate" data-gate={node.code} hidden={!gate}>
        <Icon name="warn" />
        <span data-gate-words>{gate && gateWords(state.nextStar ?? 0, gate.needs)}</span>
      </p>
      {props.remarks && <Remark {...props} />}
      {tray && <div class="ev">{tray}</div>}
    </section>
  );
}

/** What a missing gate asks for; the island says the same. */
export function gateWords(star: number, needs: number): string {
  return `Muốn đạt ${star} sao, mục này cần ít nhất ${needs} điểm.`;
}

function Options(props: Inside & { chosen: readonly string[] }) {
  const { node, chosen } = props;
  const type = node.selection === 'multiple' ? 'checkbox' : 'radio';
  const cases = node.cases ?? [{ code: '', title: '', options: node.options ?? [] }];
  const hasZero = cases.some(({ options }) => options.some(({ points }) => points === 0));
  const row = (option: SheetOption) => (
    <OptionRow
      key={option.id}
      option={option}
      type={type}
      name={answerName(node.code)}
      on={chosen.includes(option.id)}
      locked={props.locked}
    />
  );
  return (
    <fieldset>
      <legend class="sr">
        {node.code} {node.title}
      </legend>
      {cases.map((one) => (
        <div key={one.code}>
          {one.title && <p class="case">{one.title}</p>}
          {one.options.map(row)}
        </div>
      ))}
      {type === 'radio' && !hasZero && row({ id: '', label: 'Không đạt mức nào ở trên', points: 0 })}
    </fieldset>
  );
}

interface OptionRowProps {
  option: SheetOption;
  type: 'radio' | 'checkbox';
  name: string;
  on: boolean;
  locked?: boolean | undefined;
}

function OptionRow({ option, type, name, on, locked }: OptionRowProps) {
  return (
    <label class="opt">
      <input class="rd" type={type} name={name} value={option.id} checked={on} disabled={locked} />
      <span class="x">
        {option.label}
        {option.minStar && (
          <span class="block">
            <MinStar star={option.minStar} />
          </span>
        )}
      </span>
      <span class="p">
        {option.points}
        <span class="sr"> điểm</span>
      </span>
    </label>
  );
}

function Remark({ node, remarks = {}, remarkHint, remarkWord = 'Nhận xét', locked }: Inside) {
  const label = `${remarkWord} về tiêu chí ${node.code}`;
  const name = remarkName(node.code);
  const typed = useField(name);
  const kept = typeof typed.typed === 'string' ? typed.typed : (remarks[node.code] ?? '');
  if (locked && kept === '') return null;
  return (
    <details class="say" open={kept !== '' || typed.error !== undefined}>
      <summary class="btn bare small">
        <Icon name="pen" />
        {label}
      </summary>
      {typed.error && <p class="err">{typed.error}</p>}
      {remarkHint && <p class="sm mut">{remarkHint}</p>}
      <textarea
        class="inp mt-2"
        name={locked ? undefined : name}
        rows={2}
        readOnly={locked}
        aria-label={label}
        value={kept}
      />
    </details>
  );
}
