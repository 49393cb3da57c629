/** A product's recognitions through the years: a drawing of when they held, and each in words. */
import { dayText } from '#law/days';
import { StatusTag, type Step, Timeline } from '#ui';
import type { ChainLink } from './record.ts';
import { barsOf, placeOf, yearsOf } from './spans.ts';
import { KIND_WORDS } from './words.ts';

const WIDTH = 340;
const ROW = 22;
const HEAD = 18;

/** When each certificate held, as bars over the years, with a line at the day looked at. */
export function ValidityDrawing({ chain, day }: { chain: readonly ChainLink[]; day: string }) {
  const bars = barsOf(chain);
  if (bars.length === 0) return null;
  const years = yearsOf(bars, day);
  const x = (at: string) => Math.min(1, Math.max(0, placeOf(at, years))) * WIDTH;
  const count = years.last - years.first + 1;
  const step = Math.ceil(count / 7);
  const height = HEAD + bars.length * ROW + 4;
  return (
    <svg
      class="w-full max-w-[40rem] text-indigo-deep"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={said(chain)}
    >
      {Array.from({ length: count }, (_, at) => {
        const left = (at / count) * WIDTH;
        return (
          <g key={at}>
            <line x1={left} x2={left} y1={HEAD - 4} y2={height} stroke="currentColor" stroke-opacity="0.2" />
            {at % step === 0 && (
              <text x={left + 2} y={11} font-size="10" fill="currentColor">
                {years.first + at}
              </text>
            )}
          </g>
        );
      })}
      {bars.map(({ id, star, spans, brokenOn }, row) => {
        const top = HEAD + row * ROW;
        return (
          <g key={id}>
            {spans.map(({ from, to, kind }) => (
              <rect
                key={kind}
                x={x(from)}
                y={top + 2}
                width={Math.max(2, x(to) - x(from))}
                height={ROW - 6}
                rx="2"
                fill="currentColor"
                fill-opacity={kind === 'valid' ? 0.85 : 0.35}
              />
            ))}
            {brokenOn && (
              <path
                d={`M${x(brokenOn) - 4} ${top + 4}l8 12m0-12l-8 12`}
                stroke="currentColor"
                stroke-width="2"
                fill="none"
              />
            )}
            {star !== null && spans[0] && (
              <text x={x(spans[0].from) + 4} y={top + 14} font-size="10" fill="white">
                {star} sao
              </text>
            )}
          </g>
        );
      })}
      <line x1={x(day)} x2={x(day)} y1={HEAD - 4} y2={height} stroke="currentColor" stroke-dasharray="3 2" />
    </svg>
  );
}

const said = (chain: readonly ChainLink[]): string =>
  `Thời gian giấy chứng nhận có hiệu lực. ${chain.map((one) => `${titleOf(one)}: ${one.status.words}`).join('. ')}`;

const titleOf = ({ star, kind }: ChainLink): string =>
  [kind === null ? 'Công nhận' : KIND_WORDS[kind], star === null ? null : `${star} sao`].filter(Boolean).join(', ');

interface ChainProps {
  readonly chain: readonly ChainLink[];
  readonly name: string;
  /** Where its decision stands in the register of acts, by recognition. */
  readonly acts: ReadonlyMap<string, string>;
}

/** Every recognition in words, newest first, with the state on the day looked at. */
export function Chain({ chain, name, acts }: ChainProps) {
  const steps = chain.toReversed().map((one): Step => {
    const gone = one.life === 'revoked' || one.life === 'annulled';
    const issued =
      one.issuedEarliest !== null && one.issuedEarliest === one.issuedLatest ? dayText(one.issuedLatest) : null;
    const decided = acts.get(one.id);
    return {
      state: gone ? 'stop' : 'done',
      what: `${titleOf(one)}${issued ? `: ${issued}` : ''}${one.name === name ? '' : `, với tên ${one.name}`}`,
      when: [one.issuer, one.decision].filter(Boolean).join(', ') || undefined,
      note: (
        <>
          <StatusTag status={`certificate.${one.status.state}`} /> {upper(one.status.words)}.
          {one.productCode && (
            <>
              {' '}
              Mã sản phẩm <span class="num">{one.productCode}</span>.
            </>
          )}
          {one.endReason && <> Lý do: {one.endReason}.</>}{' '}
          <a href={`/chung-nhan/${encodeURIComponent(one.code)}`}>Xem chứng nhận</a>
          {decided !== undefined && (
            <>
              {' · '}
              <a href={decided}>Xem quyết định</a>
            </>
          )}
        </>
      ),
    };
  });
  return <Timeline steps={steps} label="Các lần công nhận" />;
}

const upper = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
