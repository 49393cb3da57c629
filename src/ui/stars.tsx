const OUTLINE = 'M12 1.7L14.88 8.74L22.46 9.3L16.66 14.21L18.47 21.6L12 17.6L5.53 21.6L7.34 14.21L1.54 9.3L9.12 8.74Z';
const FOLDS = 'M12 12.7L14.9 8.7M12 12.7L16.7 14.2M12 12.7V17.6M12 12.7L7.3 14.2M12 12.7L9.1 8.7';

const PLACES = [0, 26, 52, 78, 104];
/** Rows that lists repeat many times: drawn once a page, so that each costs the list one line. */
const READY_ROWS: readonly number[] = [3, 4, 5];

/** The star shapes, once a page; every star on it points here. Document draws it. */
export function StarShapes() {
  return (
    <svg class="sr" aria-hidden="true" width="0" height="0">
      <symbol id="star" viewBox="0 0 24 24">
        <path class="star-b" d={OUTLINE} />
        <path class="star-l" d={FOLDS} />
      </symbol>
      <symbol id="star-no" viewBox="0 0 24 24">
        <path class="star-o" d={OUTLINE} />
      </symbol>
      {READY_ROWS.map((stars) => (
        <symbol key={stars} id={`stars-${stars}`} viewBox="0 0 128 24">
          <FiveStars stars={stars} />
        </symbol>
      ))}
    </svg>
  );
}

function FiveStars({ stars }: { stars: number }) {
  return (
    <>
      {PLACES.map((x, place) => (
        <use key={x} href={place < stars ? '#star' : '#star-no'} x={x} width="24" height="24" />
      ))}
    </>
  );
}

export interface StarRowProps {
  /** 0–5; the rest of the five are outlines. */
  stars: number;
  size?: 'big' | undefined;
  lang?: 'vi' | 'en' | undefined;
}

/** Five stars and the words "4 sao", never the glyphs alone. */
export function StarRow({ stars, size, lang = 'vi' }: StarRowProps) {
  return (
    <span class={size ? `stars ${size}` : 'stars'}>
      <svg viewBox="0 0 128 24" aria-hidden="true">
        {READY_ROWS.includes(stars) ? <use href={`#stars-${stars}`} /> : <FiveStars stars={stars} />}
      </svg>
      <span>{lang === 'en' ? `${stars} ${stars === 1 ? 'star' : 'stars'}` : `${stars} sao`}</span>
    </span>
  );
}

/** The star mark of an option: "Mức tối thiểu cho 4 sao". */
export function MinStar({ star }: { star: number }) {
  return (
    <span class="minst">
      <svg class="s1" viewBox="0 0 24 24" aria-hidden="true">
        <use href="#star" width="24" height="24" />
      </svg>
      Mức tối thiểu cho {star} sao
    </span>
  );
}

export interface ScoreScaleProps {
  /** Points, 0–100; left out: the bands alone. */
  points?: number | undefined;
  /** How the points are written: "74 điểm", "84,62". */
  label?: string | undefined;
  /** Lowest points of each star's band, from one star up. */
  bands?: readonly number[] | undefined;
}

const BANDS = [0, 30, 50, 70, 90] as const;
const SMALL_STAR = 'M8 1.1l1.9 4.7 5.1.4-3.9 3.3 1.2 4.9L8 11.7l-4.3 2.7 1.2-4.9L1 6.2l5.1-.4z';

/** The law's bands from 0 to 100 with the total filled in. Nowhere else may points become a bar. */
export function ScoreScale({ points, label, bands = BANDS }: ScoreScaleProps) {
  const top = points === undefined ? 6 : 42;
  const reached = points ?? -1;
  const pin = reached < 12 ? 'pin start' : reached > 88 ? 'pin end' : 'pin';
  const star = bands.filter((floor) => reached >= floor).length;
  const said =
    points === undefined
      ? `Thang điểm 100: ${bands.slice(1).join(', ')}`
      : `${label ?? points} trên 100, khoảng ${star} sao`;
  return (
    <div class="scalebox">
      <svg class={points === undefined ? 'scale plain' : 'scale'} role="img" aria-label={said}>
        {points !== undefined && (
          <>
            <text class={pin} x={`${points}%`} y="16">
              {label ?? points}
            </text>
            <line class="pole" x1={`${points}%`} x2={`${points}%`} y1="24" y2={top} />
          </>
        )}
        <rect class="ground" x="0" y={top} width="100%" height="34" rx="3" />
        {points !== undefined && <rect class="fill" x="0" y={top} width={`${points}%`} height="34" rx="2" />}
        {bands.map((floor, i) => {
          const end = bands[i + 1] ?? 100;
          const middle = (floor + end) / 2;
          // The figure turns to the ink of the fill only where the fill lies below it.
          const hit = reached >= middle + 2 ? ' hit' : '';
          return (
            <g key={floor}>
              {floor > 0 && <line class="cut" x1={`${floor}%`} x2={`${floor}%`} y1={top} y2={top + 34} />}
              {floor > 0 && (
                <text class="tick" x={`${floor}%`} y={top + 50}>
                  {floor}
                </text>
              )}
              <svg x={`${middle}%`} y={top + 9} overflow="visible" aria-hidden="true">
                <text class={`star-no${hit}`} x="-7" y="13.5">
                  {i + 1}
                </text>
                <path class={`mark${hit}`} d={SMALL_STAR} />
              </svg>
            </g>
          );
        })}
        <rect class="edge" x="0" y={top} width="100%" height="34" rx="3" />
      </svg>
    </div>
  );
}
