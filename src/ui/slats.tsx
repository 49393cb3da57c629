/** One piece of the work: a paper, a product, a seat. */
export type Slat = 'done' | 'work' | 'fix' | 'stop' | 'missing';

/** Progress in pieces that can be counted; the sentence says what the pieces are. */
export function Slats({
  slats,
  said,
  title,
  hideWords,
}: {
  slats: readonly Slat[];
  said: string;
  title?: string | undefined;
  hideWords?: boolean | undefined;
}) {
  const done = slats.filter((slat) => slat === 'done').length;
  return (
    <div>
      {title && (
        <p class="row between line mb-1">
          <b>{title}</b>
          <b class="num">
            {done}
            <span class="mut">/{slats.length}</span>
          </b>
        </p>
      )}
      <div class="slats" role="img" aria-label={`${done} trên ${slats.length}. ${said}`}>
        {slats.map((slat, i) => (
          <i key={`${i}-${slat}`} class={slat === 'missing' ? undefined : slat} />
        ))}
      </div>
      {!hideWords && <p class="sm ink2 mt-1">{said}</p>}
    </div>
  );
}
