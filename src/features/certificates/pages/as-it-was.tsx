import { sql } from 'kysely';
import { LEVEL_WORDS } from '#law/competence';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { DataTable, FactsList, formatDay, Icon, StarRow } from '#ui';
import type { PastSheet } from '../past-sheets.ts';
import { certificatePaths } from '../urls.ts';

interface Past {
  readonly code: string;
  readonly product: string;
  readonly producer: string | null;
  readonly address: string | null;
  readonly star: number;
  readonly number: string;
  readonly dated: string;
  readonly expiresOn: string;
  readonly issuer: string;
  readonly signatory: string | null;
  readonly productCode: string | null;
  readonly rulebook: string;
  readonly level: 'district' | 'province';
  readonly basis: string;
  readonly council: string | null;
  readonly heldOn: string | null;
  readonly points: string | null;
  readonly place: string;
  readonly file: string | null;
  readonly sheets: readonly PastSheet[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

/** A recognition of former years as it was on its day: body, council, units, rulebook of then; nothing of today (R6.7, R12.8). */
export const asItWasPage = page({
  permission: 'certificate.print',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Past> {
    const { rows } = await sql<Past>`
      select coalesce(r.check_code, r.id::text) as code, r.product_name as product, r.producer_name as producer, r.producer_address as address,
             r.star, r.decision_number as number, r.issued_latest as dated, r.expires_latest as "expiresOn", r.issuer, r.signatory,
             r.product_code as "productCode", r.rulebook, e.level, e.basis, e.council, e.held_on as "heldOn", e.points, e.place, e.file, e.sheets,
             coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name) order by p.position) from past_paper p join file f on f.id = p.file
                        where p.recognition = r.id), '[]') as papers
        from past_evaluation e join recognition r on r.id = e.recognition where r.id = ${id}`.execute(ctx.db);
    if (!rows[0]) throw notFound();
    return rows[0];
  },
  head: ({ product }) => ({ title: `Như lúc công nhận: ${product}`, here: certificatePaths.list }),
  view: (past) => (
    <div class="stack-5 max-w-[60rem]">
      <div>
        <p class="mb-1">
          <a class="crumb" href={certificatePaths.certificate(encodeURIComponent(past.code))}>
            <Icon name="left" />
            Trang kiểm tra giấy chứng nhận
          </a>
        </p>
        <h1>{past.product}</h1>
        <p class="ink2">Như lúc công nhận, ngày {formatDay(past.dated)}. Tên và địa danh theo quyết định lúc đó.</p>
      </div>
      <StarRow stars={past.star} size="big" />
      <FactsList
        facts={[
          { term: 'Chủ thể', value: past.producer ?? 'Chưa ghi' },
          { term: 'Địa chỉ', value: past.address ?? 'Chưa ghi' },
          { term: 'Địa danh lúc đó', value: past.place },
          { term: 'Cơ quan công nhận', value: past.issuer, sub: LEVEL_WORDS[past.level].name },
          { term: 'Căn cứ thẩm quyền', value: past.basis },
          { term: 'Quyết định', value: `Số ${past.number}, ngày ${formatDay(past.dated)}`, sub: past.signatory },
          { term: 'Hết hạn', value: formatDay(past.expiresOn) },
          { term: 'Bộ tiêu chí', value: `Quyết định số ${past.rulebook.split('-')[0]}/QĐ-TTg` },
          past.productCode !== null && { term: 'Mã số sản phẩm', value: past.productCode },
          {
            term: 'Hội đồng',
            value: past.council ?? 'Chưa ghi',
            sub: past.heldOn && `Họp ngày ${formatDay(past.heldOn)}`,
          },
          past.points !== null && { term: 'Điểm trung bình', value: past.points.replace('.', ',') },
          past.file !== null && { term: 'Bản quét', value: <a href={`/tep/${past.file}`}>Tải quyết định</a> },
        ]}
      />
      {past.sheets.length > 0 && (
        <DataTable
          rows={past.sheets}
          caption="Phiếu của Hội đồng"
          showCaption
          keyOf={(row) => row.member}
          columns={[
            { head: 'Thành viên', rowHead: true, cell: (row) => row.member },
            { head: 'Đơn vị', cell: (row) => row.organisation ?? 'Chưa ghi' },
            { head: 'Điểm', cell: (row) => String(row.total) },
          ]}
        />
      )}
      {past.papers.length > 0 && (
        <section class="stack" aria-labelledby="ho-so-cu">
          <h2 class="text-lg" id="ho-so-cu">
            Hồ sơ lúc đó
          </h2>
          <ul class="stack-2">
            {past.papers.map((one) => (
              <li key={one.id}>
                <a class="inline-block py-1" href={`/tep/${one.id}`}>
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  ),
});
