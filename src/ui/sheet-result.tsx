import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { calmTitle, pointsBelow, type SheetSet, type SheetState } from './sheet-types.ts';
import { ScoreScale, StarRow } from './stars.tsx';

interface ResultProps {
  state: SheetState;
  title?: string | undefined;
  /** "Điểm tự chấm không ràng buộc hội đồng." */
  foot?: ComponentChildren;
}

/** What the sheet gives so far: star, scale, gates still missing, sums by part. The island draws it again live. */
export function SheetResult({ state, title = 'Tự chấm', foot }: ResultProps) {
  const { total, bandStar, nextStar, parts, unanswered } = state;
  const missing = showsGates(state) ? state.missing : [];
  return (
    <div class="box" id="ket-qua">
      <div class="row between">
        <h2 class="text-lg">{title}</h2>
        <Reached state={state} />
      </div>
      <div class="mt-2">
        <ScoreScale points={total} label={`${total} điểm`} />
      </div>
      <p class="sm mt-2" aria-live="polite">
        {resultWords(state)}
      </p>
      {missing.length > 0 && (
        <ul class="gates mt-2" aria-label={`Còn thiếu để đạt ${nextStar} sao`}>
          {missing.map((gate) => (
            <li key={gate.criterion}>
              <Icon name="warn" />
              <a href={`#c-${gate.criterion}`}>
                {gate.criterion} {calmTitle(gate.title)}
              </a>
              <span class="nowrap">
                {gate.got} điểm, cần {gate.needs}
              </span>
            </li>
          ))}
        </ul>
      )}
      {unanswered.length > 0 && (
        <p class="sm mut mt-2">
          Còn {unanswered.length} tiêu chí chưa chọn{bandStar > 0 && ', tính 0 điểm'}:{' '}
          {unanswered.slice(0, 8).map((code, i) => (
            <span key={code}>
              {i > 0 && ', '}
              <a href={`#c-${code}`}>{code}</a>
            </span>
          ))}
          {unanswered.length > 8 && '…'}
        </p>
      )}
      <dl class="facts sm mt-4">
        {parts.map(({ code, points, max }) => [
          <dt key={code}>Phần {code}</dt>,
          <dd key={`${code}-points`} class="num text-right">
            <b>{points}</b>
            <span class="mut">/{max}</span>
          </dd>,
        ])}
      </dl>
      {foot && <p class="sm mut mt-4">{foot}</p>}
    </div>
  );
}

/** The star so far; before the first point there is none to speak of. */
function Reached({ state: { star, total, unanswered } }: { state: SheetState }) {
  return total === 0 && unanswered.length > 0 ? <span class="mut">Chưa có điểm</span> : <StarRow stars={star} />;
}

/** Gates are listed once points reach further than the star, or everything is answered. */
const showsGates = ({ bandStar, star, unanswered }: SheetState) => bandStar > star || unanswered.length === 0;

/** One sentence about points and gates: "Điểm nằm trong khoảng 4 sao. Hạng vẫn là 3 sao vì còn thiếu:". */
export function resultWords(state: SheetState): string {
  const { star, total, bandStar, missing, nextStar } = state;
  if (total === 0 && state.unanswered.length > 0) return 'Chọn mức đạt ở từng tiêu chí: điểm và hạng sao hiện ở đây.';
  if (!showsGates(state)) return `Đang ở khoảng ${bandStar} sao khi chưa chọn hết các tiêu chí.`;
  if (bandStar > star) return `Điểm nằm trong khoảng ${bandStar} sao. Hạng vẫn là ${star} sao vì còn thiếu:`;
  if (missing.length > 0) return `Đang ở hạng ${star} sao. Điều kiện riêng của hạng ${nextStar} sao còn thiếu:`;
  return `Điểm và điều kiện đều ở hạng ${star} sao.`;
}

/** The same in two lines, sticking to the top of a phone. */
export function SheetBar({ state }: { state: SheetState }) {
  const { total, star, bandStar, missing } = state;
  return (
    <div class="sumbar" id="tong">
      <div class="row between line">
        <span>
          <b class="tot num">{total}</b>
          <span class="mut">/100</span>
        </span>
        <Reached state={state} />
      </div>
      {bandStar > star && (
        <p class="gate">
          <Icon name="warn" />
          <span>
            Đủ điểm {bandStar} sao, còn thiếu {missing.length} điều kiện. <a href="#ket-qua">Xem</a>
          </span>
        </p>
      )}
    </div>
  );
}

interface TocProps {
  set: SheetSet;
  points: SheetState['points'];
  /** Code of the topic shown. */
  here?: string | undefined;
  /** Address of a topic; the anchor on this page if left out. */
  href?: ((topic: string) => string) | undefined;
}

/** The contents of a sheet: parts and topics with their sums. */
export function SheetContents({ set, points, here, href = (code) => `#muc-${code}` }: TocProps) {
  return (
    <nav class="toc" aria-label="Các phần của phiếu">
      {set.parts.map((part) => {
        const sum = part.criteria.reduce((all, topic) => all + pointsBelow(topic, points), 0);
        return (
          <div key={part.code}>
            <p class="pth">
              <span>Phần {part.code}</span>
              <span class="num">
                <span data-part={part.code}>{sum}</span>
                <span class="mut">/{part.maxPoints}</span>
              </span>
            </p>
            {part.criteria.map((topic) => (
              <a key={topic.code} href={href(topic.code)} aria-current={topic.code === here ? 'true' : undefined}>
                <span>
                  {topic.code}. {calmTitle(topic.title)}
                </span>
                <span class="num">
                  <span data-topic={topic.code}>{pointsBelow(topic, points)}</span>/{topic.maxPoints}
                </span>
              </a>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

/** "Đã lưu 14:05", or that something is still only on this device. The island writes into it. */
export function SavedMark({ at, off }: { at?: string | undefined; off?: string | undefined }) {
  return (
    <span class={off ? 'saved off' : 'saved'} data-saved role="status">
      <Icon name={off ? 'offline' : 'cloud'} />
      <span data-saved-words>{off ?? (at ? `Đã lưu ${at}` : 'Chưa có gì để lưu')}</span>
    </span>
  );
}

interface LayoutProps {
  contents?: ComponentChildren;
  /** SheetResult, inside a frame the island redraws. */
  result: ComponentChildren;
  /** SheetBar. */
  bar?: ComponentChildren;
  children: ComponentChildren;
}

/** Contents left, sheet, result right; on a phone the bar, the sheet, then the result. */
export function SheetLayout({ contents, result, bar, children }: LayoutProps) {
  return (
    <>
      {bar && <div data-sheet="bar">{bar}</div>}
      <div class={contents ? 'sheet' : 'sheet two'}>
        {contents && <div class="stick wide">{contents}</div>}
        <div>{children}</div>
        <aside class="stick" data-sheet="result" aria-label="Kết quả của phiếu">
          {result}
        </aside>
      </div>
    </>
  );
}

/** The member's tablet: sheet left, evidence and result right, from 768 px. */
export function SheetSplit({
  result,
  bar,
  aside,
  children,
}: Omit<LayoutProps, 'contents'> & { aside?: ComponentChildren }) {
  return (
    <div class="split">
      <div>
        {bar && <div data-sheet="bar">{bar}</div>}
        {children}
      </div>
      <aside aria-label="Kết quả và minh chứng">
        <div class="stick stack-5">
          <div data-sheet="result">{result}</div>
          {aside}
        </div>
      </aside>
    </div>
  );
}
