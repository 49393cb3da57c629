/** What an office's own Word forms of a session's papers are filled in with: the same data the common forms print. */
import { sql } from 'kysely';
import { type FieldValues, officeFields, type PreviewSources, signingFields } from '#features/papers';
import { count, longDate } from '#platform/documents/words';
import type { ReadContext } from '#platform/http/context';
import type { ConsolidatedData, ProductResult } from './papers/consolidated.ts';
import type { PersonLine } from './papers/data.ts';
import { type MinutesData, numberWords } from './papers/minutes.ts';
import type { CouncilReportData } from './papers/report.ts';
import { consolidatedData, minutesData, type PaperFacts, paperFacts } from './print-data.ts';
import { sealNow } from './record.ts';
import { reportData } from './report-data.ts';
import { sessionModes } from './schema.ts';

const lines = (all: readonly string[]) => all.join('\n');
const person = (one: PersonLine) => `${one.name}, ${one.position}: ${one.role}`;
const excluded = (all: MinutesData['exclusions']) =>
  lines(all.map((one) => `${one.product}: ${one.ground}. Lý do: ${one.reason}`));

const resultRows = (results: readonly ProductResult[]) =>
  results.map((one, at) => ({
    ...{ tt: String(at + 1), tenSanPham: one.name, chuThe: one.producer, maSo: one.productCode ?? '' },
    ...{ lanDangKy: one.kindWords, diemUyVien: one.totals.map((total) => total ?? '–').join('; '), diem: one.mean },
    ...{ theoDiem: `${one.bandStar} sao`, sao: one.star === null ? '' : `${one.star} sao` },
    ...{ conThieu: one.missing, ketLuan: one.conclusion },
  }));

const session = (data: MinutesData | CouncilReportData) => ({
  ...officeFields(data.issuance, data.province),
  ...{ hoiDong: data.council, quyetDinh: data.councilAct, phien: data.sessionTitle },
  ...{ hinhThuc: sessionModes[data.mode], ngayHop: longDate(data.heldOn), soSanPham: count(data.results.length) },
});

export function minutesValues(data: MinutesData): FieldValues<'bien-ban'> {
  return {
    ...session(data),
    ...{ coMat: lines(data.present.map(person)), tranhCham: lines(data.recusals), dieuKien: data.quorum },
    vangMat: lines(data.absent.map((one) => `${one.name}, ${one.position}: ${one.reason}`)),
    ...{ toTuVan: lines(data.reports), soAnDanh: lines(data.numbers.map(numberWords)), yKien: data.discussion ?? '' },
    chenhLech: lines(data.spreads.flatMap((one) => one.paragraphs.map((text) => `${one.product}: ${text}`))),
    ...{ biLoai: excluded(data.exclusions), niemPhong: data.seal ?? '' },
    ...{ thuKy: data.secretary.name ?? '', chuTich: data.chair.name ?? '' },
    ketQua: resultRows(data.results),
  };
}

export function tableValues(data: ConsolidatedData): FieldValues<'bang-diem'> {
  return {
    ...{ diaDanh: data.place, ngay: longDate(data.heldOn, data.year), hoiDong: data.council },
    ...{ phien: data.sessionTitle, uyVien: lines(data.members) },
    ...{ thuKy: data.secretary.name ?? '', chuTich: data.chair.name ?? '' },
    ketQua: resultRows(data.results),
  };
}

export function reportValues(data: CouncilReportData): FieldValues<'bao-cao'> {
  return {
    ...session(data),
    yKien: lines([
      ...(data.discussion === null ? [] : [data.discussion]),
      ...data.remarks.map(({ product, remark }) => `${product}: ${remark}`),
    ]),
    ...{ bienBan: data.minutes, tiemNang: lines(data.candidates), biLoai: excluded(data.exclusions) },
    deNghi: lines(data.recognised.map((one) => `${one.name}: ${one.star} sao`)),
    chenhLech: lines(data.spreads.map((one) => `${one.product}: ${one.outcome}`)),
    ...signingFields(data.signature),
    ketQua: resultRows(data.results),
  };
}

/** The newest session of the office whose scores are open, as papers name it. */
async function newestOpened(ctx: ReadContext, province: string | null): Promise<PaperFacts | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.id from council_session s join lifecycle l on l.id = s.id
     where l.province is not distinct from ${province}::uuid and l.state in ('opened', 'concluded') order by s.id desc limit 1`.execute(
    ctx.db,
  );
  return rows[0] && paperFacts(ctx.db, rows[0].id, ctx.actor.account);
}

/** Real data to try a form with: the newest session of the office whose scores are open. */
export const sessionSources: Pick<PreviewSources, 'bien-ban' | 'bang-diem' | 'bao-cao'> = {
  async 'bien-ban'(ctx, province) {
    const facts = await newestOpened(ctx, province);
    return facts
      ? minutesValues(await minutesData(ctx.db, facts, ctx.day, await sealNow(ctx.db, facts.session)))
      : null;
  },
  async 'bang-diem'(ctx, province) {
    const facts = await newestOpened(ctx, province);
    return facts ? tableValues(await consolidatedData(ctx.db, facts, ctx.day)) : null;
  },
  async 'bao-cao'(ctx, province) {
    const facts = await newestOpened(ctx, province);
    return facts ? reportValues(await reportData(ctx.db, facts, ctx.day)) : null;
  },
};
