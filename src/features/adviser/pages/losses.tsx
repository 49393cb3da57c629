import { calmTitle, Icon } from '#ui';
import type { Losses as Found, Loss } from '../losses.ts';

/** What was lost, criterion by criterion, with the words published; whose they are is not said. */
export function Losses({ losses: { rows, small, full, opinions } }: { losses: Found }) {
  return (
    <section class="stack" aria-labelledby="tung-tieu-chi">
      <div class="sechd">
        <h2 class="text-lg" id="tung-tieu-chi">
          Từng tiêu chí
        </h2>
        <span class="sm mut">Mất nhiều điểm nhất đứng đầu</span>
      </div>
      {rows.map((row) => (
        <OneLoss key={row.criterion} row={row} />
      ))}
      {small.length > 0 && (
        <details class="stack">
          <summary class="btn">{small.length} tiêu chí mất chưa đến một điểm</summary>
          <div class="mt-4">
            {small.map((row) => (
              <OneLoss key={row.criterion} row={row} />
            ))}
          </div>
        </details>
      )}
      {full > 0 && <p class="mut">{full} tiêu chí còn lại đạt trọn điểm.</p>}
      {opinions.length > 0 && (
        <div class="crit">
          <header>
            <h3>Ý kiến chung</h3>
          </header>
          <Words notes={opinions} />
        </div>
      )}
    </section>
  );
}

function OneLoss({ row }: { row: Loss }) {
  const gate = row.gates[0];
  return (
    <div class={gate ? 'crit miss' : 'crit'}>
      <header>
        <span class="cd">{row.criterion}</span>
        <h3>{calmTitle(row.title)}</h3>
        <span class="pt">
          {row.mean}
          <span class="mut">/{row.max}</span>
        </span>
        <p class="nt">{row.lost === '0' ? 'Đạt trọn điểm' : `Mất ${row.lost} điểm`}</p>
      </header>
      {gate && (
        <p class="gate">
          <Icon name="warn" />
          <span>
            Muốn đạt {gate.star} sao, mục này cần ít nhất {gate.needs} điểm.
          </span>
        </p>
      )}
      <Words notes={row.notes} />
    </div>
  );
}

function Words({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul class="sm stack-2 px-4 pb-3" aria-label="Nhận xét của Hội đồng">
      {notes.map((note) => (
        <li key={note} class="whitespace-pre-line">
          “{note}”
        </li>
      ))}
    </ul>
  );
}
