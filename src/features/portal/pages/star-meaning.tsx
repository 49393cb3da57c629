import { ScoreScale, StarRow } from '#ui';
import type { StarMeaning } from '../bands.ts';
import { type Lang, sentence } from '../words.ts';

/** The law's words on each star, for readers of English; the Vietnamese text is the one that holds. */
const IN_ENGLISH: Readonly<Record<number, string>> = {
  5: 'A distinctive product with a brand of its own, of high quality, ready for export.',
  4: 'A distinctive product that is building its brand, of good quality and with good access to markets; it may grow to five stars.',
  3: 'A product with something of its own, of steady quality, soundly run and traded; it may grow to four stars.',
};

/** The law's scale and what each star that is recognised means. Numbers come from the rulebook in force. */
export function StarMeanings({ meanings, lang }: { meanings: readonly StarMeaning[]; lang: Lang }) {
  const en = lang === 'en';
  const bands = meanings.map((meaning) => meaning.minPoints).sort((a, b) => a - b);
  return (
    <div class="cols c2 items-center">
      <div class="stack-2">
        <ScoreScale bands={bands} />
        <p class="sm ink2">
          {en
            ? 'A council scores every product from 0 to 100. Only three stars and more are recognised, get a certificate and may show their stars.'
            : 'Hội đồng chấm trên thang 100 điểm. Chỉ sản phẩm từ 3 sao được công nhận, có giấy chứng nhận và được dùng sao.'}
        </p>
      </div>
      <dl class="stack">
        {meanings
          .filter((meaning) => meaning.recognisedBy !== null)
          .map(({ star, minPoints, recognisedBy, description }) => (
            <div key={star}>
              <dt class="row">
                <StarRow stars={star} lang={lang} />
                <span class="sm mut">{en ? `From ${minPoints} points` : `Từ ${minPoints} điểm · ${recognisedBy}`}</span>
              </dt>
              {en && IN_ENGLISH[star] ? (
                <dd class="sm ink2">{IN_ENGLISH[star]}</dd>
              ) : (
                <dd class="sm ink2" lang="vi">
                  {sentence(description)}.
                </dd>
              )}
            </div>
          ))}
      </dl>
    </div>
  );
}
