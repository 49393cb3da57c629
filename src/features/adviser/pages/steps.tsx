import { papersPath, selfScorePath } from '#features/dossiers';
import { calmTitle, Icon, MinStar } from '#ui';
import type { StepWords } from '../advice.ts';

export interface StepsOf {
  /** The dossier. */
  readonly id: string;
  /** Kinds of evidence it has papers of. */
  readonly held: ReadonlySet<string>;
  /** The reader wrote the dossier: the sheet is theirs to see, while `open` to change, and papers may be added while `attach`. */
  readonly writer: boolean;
  readonly open: boolean;
  readonly attach: boolean;
  /** The points are a council's means, not choices of the reader. */
  readonly council?: boolean;
}

/** Steps to a star, one criterion each: what is chosen, what to reach, which papers show it. */
export function Steps({
  steps,
  title,
  lead,
  ...of
}: StepsOf & { steps: readonly StepWords[]; title: string; lead: string }) {
  if (steps.length === 0) return null;
  return (
    <section class="stack">
      <div class="sechd">
        <h2 class="text-lg">{title}</h2>
        <span class="mut num">{steps.length}</span>
      </div>
      <p class="ink2">{lead}</p>
      <ol class="stack" aria-label={title}>
        {steps.map((step) => (
          <StepBox key={step.criterion} step={step} {...of} />
        ))}
      </ol>
    </section>
  );
}

function StepBox({ step, id, held, writer, open, attach, council }: StepsOf & { step: StepWords }) {
  const { criterion, gate, papers } = step;
  const title = calmTitle(step.title);
  return (
    <li class="crit">
      <header>
        <span class="cd">{criterion}</span>
        <h3>{title}</h3>
        <span class="pt">+{step.gain} điểm</span>
        {gate && (
          <p class="nt">
            <MinStar star={gate.star} />
          </p>
        )}
      </header>
      <div class="sm stack-2 px-4 pb-3">
        {!council && (
          <p>
            <span class="mut">Đang chọn:</span> {step.from ?? 'chưa chọn mức nào'}
          </p>
        )}
        <p>
          <span class="mut">Cần đạt:</span> <b>{step.to}</b>
        </p>
        {papers.length > 0 && (
          <ul aria-label="Giấy tờ của mục này">
            {papers.map((paper) => (
              <li key={paper.id}>
                <span class="mut">Giấy tờ:</span>{' '}
                {attach ? <a href={papersPath(id, paper.id)}>{paper.name}</a> : paper.name}
                {held.has(paper.id) ? ' (hồ sơ đã có)' : ' (hồ sơ chưa có)'}
              </li>
            ))}
          </ul>
        )}
      </div>
      {writer && (
        <p class="ev">
          <a class="row tight line" href={selfScorePath(id, criterion)}>
            <Icon name={open ? 'pen' : 'eye'} />
            <span>
              {open ? 'Sửa' : 'Xem'} mục {criterion} trong bảng tự chấm
            </span>
          </a>
        </p>
      )}
    </li>
  );
}
