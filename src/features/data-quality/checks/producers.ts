/** Checks of producers. A new one is one entry: `r` producer, `l` its lifecycle row. */
import { sql } from 'kysely';
import { producerPaths } from '#features/producers';
import type { Check, Faulty } from './check.ts';

const part = (path: string, words: string) => (row: Faulty) => ({ href: producerPaths.part(row.id, path), words });
const pair = sql`producer_pair x where x.apart_on is null and r.id in (x.a, x.b)`;

export const PRODUCER_CHECKS = {
  producerCommune: {
    ...{ kind: 'missing', words: 'Chủ thể chưa xếp được xã', explain: 'Cán bộ xã không thấy chủ thể trong địa bàn.' },
    where: () => sql<boolean>`r.commune is null`,
    detail: () => sql<string | null>`r.address`,
    repair: part('dia-chi', 'Ghi địa chỉ'),
  },
  producerAddress: {
    ...{ kind: 'missing', words: 'Chủ thể chưa có địa chỉ', explain: 'Địa chỉ in trên giấy chứng nhận và nhãn.' },
    where: () => sql<boolean>`coalesce(r.address, '') = ''`,
    repair: part('dia-chi', 'Ghi địa chỉ'),
  },
  producerKind: {
    ...{ kind: 'missing', words: 'Chủ thể chưa rõ loại hình', explain: 'Cần để tính theo loại hình chủ thể.' },
    where: () => sql<boolean>`r.type is null`,
    repair: part('loai-hinh', 'Ghi loại hình'),
  },
  producerTaxCode: {
    ...{ kind: 'missing', words: 'Chủ thể chưa có mã số thuế', explain: 'Tổ hợp tác có thể không có.' },
    where: () => sql<boolean>`r.tax_code is null and r.type is distinct from 'cooperativeGroup'`,
    repair: part('dang-ky', 'Ghi mã số thuế'),
  },
  producerPhone: {
    ...{ kind: 'missing', words: 'Chủ thể chưa có số điện thoại', explain: 'Cơ quan không gọi được chủ thể.' },
    where: () => sql<boolean>`coalesce(r.phone, '') = ''`,
    repair: part('lien-he', 'Ghi liên hệ'),
  },
  producerPerson: {
    ...{ kind: 'missing', words: 'Chủ thể chưa ghi người đại diện', explain: 'Phiếu chấm hỏi về người đại diện.' },
    where: () => sql<boolean>`coalesce(r.representative ->> 'name', '') = ''`,
    repair: part('nguoi-dai-dien', 'Ghi người đại diện'),
  },
  producerTwice: {
    ...{
      kind: 'doubtful',
      words: 'Chủ thể có thể trùng',
      explain: 'So hai hồ sơ rồi nhập lại hoặc ghi là không trùng.',
    },
    where: () => sql<boolean>`exists (select from ${pair})`,
    detail: () =>
      sql<
        string | null
      >`(select o.name from producer o where o.id = (select case when x.a = r.id then x.b else x.a end from ${pair} order by x.strength desc, x.a, x.b limit 1))`,
    other: () =>
      sql<
        string | null
      >`(select case when x.a = r.id then x.b else x.a end from ${pair} order by x.strength desc, x.a, x.b limit 1)::text`,
    repair: ({ id, other }) => ({
      href: other === null ? producerPaths.duplicates : producerPaths.pair(id, other),
      words: 'So hai hồ sơ',
    }),
  },
  producerStale: {
    ...{
      kind: 'overdue',
      words: 'Chủ thể lâu chưa cập nhật',
      explain: 'Không có thay đổi nào trong thời gian đặt ở Thiết lập.',
    },
    where: ({ staleBefore }) => sql<boolean>`l.moved_at < ${staleBefore}::date`,
    repair: ({ id }) => ({ href: producerPaths.one(id), words: 'Xem hồ sơ' }),
  },
} as const satisfies Readonly<Record<string, Check>>;
