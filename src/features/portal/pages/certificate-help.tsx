import type { StarMeaning } from '../bands.ts';
import { misuseUrl, rulesUrl } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Section } from './parts.tsx';
import { StarMeanings } from './star-meaning.tsx';

/** Below every answer about a code: what the stars mean, and how to report misuse (U40). */
export function Help({ meanings, lang }: { meanings: StarMeaning[]; lang: Lang }) {
  const en = lang === 'en';
  return (
    <Section
      title={en ? 'What the stars mean' : 'Ngôi sao nói điều gì?'}
      way={{ href: rulesUrl(lang), words: en ? 'Rules in force' : 'Quy định đang áp dụng' }}
    >
      <StarMeanings meanings={meanings} lang={lang} />
      <p class="sm pt-4">
        <a href={misuseUrl(lang)}>{en ? 'Report wrong use of stars' : 'Báo sản phẩm dùng sai sao'}</a>
      </p>
    </Section>
  );
}
