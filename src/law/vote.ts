/**
 * The star where a council's regulation lets members vote: each sheet stands for the star of its points, more than half
 * decide. The decision itself knows only the mean [?]; so the mean decides where no star has more than half, and five stars
 * need a mean of the five-star band (Art. 3.3, 7.3.e; the regulation of the council, Art. 7.3.b).
 */
import type { Star, StarBand } from './rulebooks/types.ts';
import { bandStar, type Mean } from './stars.ts';

export type StarBy = 'mean' | 'vote';
export const STAR_BYS: readonly StarBy[] = ['mean', 'vote'];

/** What the votes gave: kept beside the mean. */
export interface StarVote {
  /** The star of each sheet's points, in the order of the sheets. */
  readonly stars: readonly Star[];
  /** The star more than half of the sheets stand for; null when there is none. */
  readonly majority: Star | null;
  /** majority: it decided · noMajority: the mean decided · belowFive: five stars voted, the mean does not reach them. */
  readonly decidedBy: 'majority' | 'noMajority' | 'belowFive';
}

/** The star by points, before the marks with stars are looked at, and how it was voted; by the mean there is no vote. */
export function decidedBand(
  bands: readonly StarBand[],
  totals: readonly number[],
  mean: Mean,
  starBy: StarBy,
): { readonly star: Star; readonly vote: StarVote | null } {
  const byMean = bandStar(bands, mean);
  if (starBy === 'mean') return { star: byMean, vote: null };
  const stars = totals.map((total) => bandStar(bands, { sum: total, count: 1 }));
  const majority = stars.find((star) => stars.filter((one) => one === star).length * 2 > stars.length) ?? null;
  if (majority === null) return { star: byMean, vote: { stars, majority, decidedBy: 'noMajority' } };
  if (majority === 5 && byMean < 5) return { star: 4, vote: { stars, majority, decidedBy: 'belowFive' } };
  return { star: majority, vote: { stars, majority, decidedBy: 'majority' } };
}

/** "Biểu quyết: 4 sao (3/5 phiếu)", or why the vote did not decide. */
export function voteSentence({ stars, majority, decidedBy }: StarVote): string {
  const count = (star: Star) => `${stars.filter((one) => one === star).length}/${stars.length} phiếu`;
  if (majority === null) return 'Biểu quyết: không hạng nào quá nửa số phiếu, lấy hạng theo điểm trung bình';
  const said = `Biểu quyết: ${majority} sao (${count(majority)})`;
  return decidedBy === 'belowFive' ? `${said}, điểm trung bình chưa đến 90 nên tính 4 sao` : said;
}
