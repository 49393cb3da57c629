import { LEVEL_WORDS, whoDecides } from '#law/competence';
import { loadRulebook, type StarBand } from '#law/rulebooks';
import { rulebookOnFiling } from '#law/transition';
import type { Day } from '#platform/clock';

/** What a star means on a day: its band, who recognises it, and the law's own words for it. */
export interface StarMeaning {
  star: number;
  minPoints: number;
  /** "UBND cấp tỉnh"; null where no certificate follows (1 and 2 stars). */
  recognisedBy: string | null;
  description: string;
}

/** The stars of the rulebook in force on a day, five stars first. Before any rulebook: none. */
export async function starMeanings(day: Day): Promise<StarMeaning[]> {
  const rulebook = rulebookOnFiling(day);
  if (!rulebook.ok) return [];
  const { starBands } = await loadRulebook(rulebook.value);
  return starBands.map((band) => meaningOf(band, day)).sort((a, b) => b.star - a.star);
}

function meaningOf(band: StarBand, day: Day): StarMeaning {
  const who = band.recognised ? whoDecides('recognise', band.star, day) : null;
  const recognisedBy = who?.ok ? LEVEL_WORDS[who.value].name : null;
  return { star: band.star, minPoints: band.minPoints, recognisedBy, description: band.description ?? '' };
}
