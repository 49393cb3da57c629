/** What an office's own Word forms of its councils' papers are filled in with: the same data the common forms print. */
import { sql } from 'kysely';
import { type FieldValues, officeFields, type PreviewSources, signingFields } from '#features/papers';
import type { ReadContext } from '#platform/http/context';
import { advisoryData, establishmentData, regulationData } from './council-paper-data.ts';
import type { AdvisoryReportData } from './papers/advisory.ts';
import type { PersonLine } from './papers/data.ts';
import type { CouncilDecisionData } from './papers/establishment.ts';
import type { RegulationData } from './papers/regulation.ts';
import { paperFacts } from './print-data.ts';
import { type CouncilRecord, findCouncil } from './queries.ts';

const people = (list: readonly PersonLine[]) =>
  list.map((one, at) => ({ tt: String(at + 1), hoTen: one.name, chucVu: one.position, nhiemVu: one.role }));

export const establishmentValues = (data: CouncilDecisionData): FieldValues<'thanh-lap'> => ({
  ...officeFields(data.issuance, data.province),
  ...{ canCu: data.bases.join('\n'), thuongTruc: data.department },
  ...signingFields(data.signature),
  ...{ hoiDong: people(data.council), toTuVan: people(data.advisoryTeam) },
});

const whomKept = (rule: RegulationData['anonymous']) =>
  rule === 'named' ? '' : rule === 'scorers' ? 'người chấm' : 'cả Hội đồng';

export const regulationValues = (data: RegulationData): FieldValues<'quy-che'> => ({
  ...officeFields(data.issuance, data.province),
  ...{ canCu: data.bases.join('\n'), hoiDong: data.council, quyetDinh: data.councilAct },
  ...{ thanhPhan: data.composition.join('\n'), tyLe: `${data.quorumPercent}%`, chenhLech: String(data.spreadLimit) },
  chuTri: data.chairRequired ? 'có Chủ tịch hoặc Phó Chủ tịch Hội đồng' : '',
  ...{ dauSao: data.gateWords, cachXepHang: data.byVote ? 'biểu quyết' : 'điểm trung bình' },
  anDanh: whomKept(data.anonymous),
  hanYKien: data.ballot ? `${data.ballot.days} ngày` : '',
  ...signingFields(data.signature),
});

export const advisoryValues = (data: AdvisoryReportData, province: string): FieldValues<'to-tu-van'> => ({
  ...officeFields(data.issuance, province),
  ...{ hoiDong: data.council, phien: data.roundTitle },
  ...signingFields(data.signature),
  sanPham: data.products.map((one, at) => ({
    ...{ tt: String(at + 1), tenSanPham: one.name, chuThe: one.producer, maSo: one.productCode ?? '' },
    ...{ danhGia: one.finding ?? '', khaoSat: one.siteVisit, yeuCau: one.asked },
  })),
});

/** The office's newest council. */
async function newestCouncil({ db }: ReadContext, province: string | null): Promise<CouncilRecord | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from council where province is not distinct from ${province}::uuid order by id desc limit 1`.execute(db);
  return rows[0] && findCouncil(db, rows[0].id);
}

/** Real data to try a form with: the office's newest council and session. */
export const councilSources: Pick<PreviewSources, 'thanh-lap' | 'quy-che' | 'to-tu-van'> = {
  async 'thanh-lap'(ctx, province) {
    const council = await newestCouncil(ctx, province);
    return council ? establishmentValues(await establishmentData(ctx.db, council)) : null;
  },
  async 'quy-che'(ctx, province) {
    const council = await newestCouncil(ctx, province);
    return council ? regulationValues(await regulationData(ctx.db, council)) : null;
  },
  async 'to-tu-van'(ctx, province) {
    const { rows } = await sql<{ id: string }>`
      select s.id from council_session s join lifecycle l on l.id = s.id
       where l.province is not distinct from ${province}::uuid order by s.id desc limit 1`.execute(ctx.db);
    const facts = rows[0] && (await paperFacts(ctx.db, rows[0].id, ctx.actor.account));
    return facts
      ? advisoryValues(await advisoryData(ctx.db, facts, ctx.now.getFullYear()), facts.office.province)
      : null;
  },
};
