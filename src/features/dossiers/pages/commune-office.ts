import type { ReadContext } from '#platform/http/context';
import type { PageHead } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { confirmedYears } from '../calendar-years.ts';
import { type DossierRecord, getDossier } from '../record.ts';
import type { DossierState } from '../schema.ts';
import { type DossierSheet, sheetOf } from '../sheet.ts';
import { dossierPath, paths } from '../urls.ts';

/** What every page of an office's work on one dossier begins with. */
export interface AtWork {
  readonly dossier: DossierRecord;
  readonly sheet: DossierSheet;
  readonly set: DossierSheet['set'];
  readonly years: Awaited<ReturnType<typeof confirmedYears>>;
  readonly day: string;
}

/** The dossier in one of the states an act belongs to. Throws notFound when it is elsewhere by now. */
export async function atWork(ctx: ReadContext, id: string, ...states: readonly DossierState[]): Promise<AtWork> {
  const dossier = await getDossier(ctx.db, id);
  if (!states.includes(dossier.state)) throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
  const [sheet, years] = await Promise.all([sheetOf(dossier), confirmedYears(ctx.db)]);
  return { dossier, sheet, set: sheet.set, years, day: ctx.day };
}

/** Head of such a page. */
export function workHead(title: string, { dossier }: Pick<AtWork, 'dossier'>): PageHead {
  return {
    title: `${title} – ${dossier.product.name}`,
    here: paths.list,
    up: { href: dossierPath(dossier.id), words: 'Về hồ sơ' },
  };
}
