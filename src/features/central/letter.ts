import { type Kysely, sql } from 'kysely';
import { type MinistryLetterData, ministryLetter, productRows } from '#features/certificates';
import { officeOf, printed } from '#features/councils';
import { applicationKinds } from '#features/dossiers';
import { type FieldValues, officeFields, ownWord, type PreviewSources, signingFields } from '#features/papers';
import { ACT_IN_FORCE } from '#law/act';
import { meanText } from '#law/stars';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { longDate } from '#platform/documents/words';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { packageOf } from './queries.ts';

interface Candidate {
  readonly name: string;
  readonly producer: string;
  readonly address: string | null;
  readonly productCode: string | null;
  readonly kind: keyof typeof applicationKinds;
  readonly province: string;
  readonly sum: number;
  readonly count: number;
  readonly bandStar: number;
  readonly number: string | null;
  readonly dated: string | null;
}

/** Draft of the People's Committee's letter that sends a candidate with its package to the Ministry (Art. 6.3, 7.3.e). */
export const ministryLetterAt = (form: 'pdf' | 'docx') =>
  download({
    name: `dossier.printMinistryLetter.${form}`,
    title: 'Tải dự thảo văn bản gửi Bộ',
    permission: 'dossier.sendPackage',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const found = await letterOf(ctx.db, id, ctx.day);
      if (!found) throw notFound('Chưa có quyết định phê duyệt kết quả nên chưa lập được văn bản gửi Bộ.');
      const { data, province } = found;
      const own = await ownWord(ctx, form, province, 'gui-bo', () => valuesOf(data));
      return own ?? printed(ministryLetter(data), form, 'van-ban-gui-bo', ctx.now);
    },
  });

/** What the letter about a candidate says; undefined before its result is approved. */
async function letterOf(
  db: Kysely<DB>,
  id: string,
  day: Day,
): Promise<{ data: MinistryLetterData; province: string } | undefined> {
  const { rows } = await sql<Candidate>`
    select p.name, m.name as producer, coalesce(d.form->'general'->>'address', m.address) as address, d.product_code as "productCode",
           d.kind, d.province, r.point_sum as sum, r.sheet_count as count, r.band_star as "bandStar", x.number, x.dated
      from dossier d join product p on p.id = d.product join producer m on m.id = d.producer
      join decision_item i on i.dossier = d.id join decision x on x.id = i.decision and x.kind = 'approval'
      join lifecycle l on l.id = x.id and l.state = 'issued'
      join evaluation_result r on r.dossier = d.id and r.session = x.session
     where d.id = ${id} order by x.dated desc limit 1`.execute(db);
  const [found] = rows;
  if (!found) return undefined;
  const [office, { parts, samples }] = await Promise.all([officeOf(db, found.province), packageOf(db, id)]);
  const data: MinistryLetterData = {
    issuance: {
      issuer: office.authority,
      ...{ place: office.place, number: null, symbol: 'UBND-NN', date: null, year: Number(day.slice(0, 4)) },
    },
    province: office.province,
    agency: office.agency,
    act: ACT_IN_FORCE,
    approval: `Quyết định số ${found.number ?? ''} ${longDate(found.dated)}`,
    products: [
      {
        ...{ name: found.name, producer: found.producer, address: found.address ?? '' },
        ...{ productCode: found.productCode, kindWords: applicationKinds[found.kind] },
        mean: meanText(found),
        star: found.bandStar,
        papers: [
          { name: 'Văn bản của Ủy ban nhân dân cấp tỉnh gửi Bộ', found: 'Văn bản này', optional: false },
          ...parts.map((one) => ({ name: one.name, found: one.there ? one.words : null, optional: false })),
          {
            name: 'Văn bản xác nhận kiểm tra, kiểm nghiệm bổ sung của cấp tỉnh',
            found: null,
            optional: true,
          },
          ...(samples === 0
            ? []
            : [{ name: 'Sản phẩm mẫu do chủ thể cung cấp', found: `${samples} sản phẩm`, optional: false }]),
        ],
      },
    ],
    signature: { capacity: ['TM. Ủy ban nhân dân', 'Chủ tịch'], name: null },
  };
  return { data, province: found.province };
}

function valuesOf(data: MinistryLetterData): FieldValues<'gui-bo'> {
  return {
    ...officeFields(data.issuance, data.province),
    pheDuyet: data.approval,
    ...signingFields(data.signature),
    sanPham: productRows(data.products),
    thanhPhan: data.products.flatMap(({ papers }) =>
      papers.map((one) => ({ ten: one.name, co: one.found ?? (one.optional ? 'nếu có' : 'chưa có') })),
    ),
  };
}

/** Real data to try a form with: the newest candidate of the province. */
export const letterValues: PreviewSources['gui-bo'] = async (ctx, province) => {
  const { rows } = await sql<{ id: string }>`
    select i.dossier as id from decision_item i join decision x on x.id = i.decision and x.kind = 'approval'
      join lifecycle l on l.id = x.id and l.state = 'issued' where x.province = ${province} order by x.dated desc, i.dossier limit 1`.execute(
    ctx.db,
  );
  const found = rows[0] && (await letterOf(ctx.db, rows[0].id, ctx.day));
  return found ? valuesOf(found.data) : null;
};
