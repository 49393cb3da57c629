/** Checks of products and their recognitions. A new one is one entry: `p` product, `s` product_search, `l` lifecycle row. */
import { sql } from 'kysely';
import { alike, productPaths } from '#features/products';
import { productRecordPath, stateOn } from '#features/registry';
import { CERTIFICATE_PARAMETERS } from '#law/certificate';
import type { Check, Facts, Faulty } from './check.ts';

const record = ({ id }: Faulty) => ({ href: productRecordPath(id), words: 'Sửa sản phẩm' });
const history = ({ id }: Faulty) => ({ href: `/san-pham/${id}`, words: 'Xem các lần công nhận' });
const stateOf = ({ day, expiryDayValid }: Facts) => stateOn('g', 'k.state', day, { expiryDayValid });
const recognitions = sql`recognition g join lifecycle k on k.id = g.id where g.product = p.id`;
const twins = sql`product o where o.producer = p.producer and ${alike('p', 'o')}`;
const inForceToday = (facts: Facts) => sql`${stateOf(facts)} in ('inForce', 'extended')`;
const [longest] = CERTIFICATE_PARAMETERS.termMonths.toSorted((a, b) => b.value - a.value);

export const PRODUCT_CHECKS = {
  productCommune: {
    ...{ kind: 'missing', words: 'Sản phẩm chưa xếp được xã', explain: 'Không tính được vào số liệu của xã nào.' },
    where: () => sql<boolean>`p.commune is null`,
    detail: () => sql<string | null>`p.place_note`,
    repair: record,
  },
  productProducer: {
    ...{ kind: 'missing', words: 'Sản phẩm không ghi chủ thể', explain: 'Nguồn không ghi; hỏi xã nơi sản xuất.' },
    where: () => sql<boolean>`p.producer is null`,
    repair: record,
  },
  productGroup: {
    ...{ kind: 'missing', words: 'Sản phẩm chưa phân nhóm', explain: 'Cần nhóm để tính theo nhóm và chọn phiếu.' },
    where: () => sql<boolean>`p.sector is null`,
    repair: record,
  },
  productExpiry: {
    ...{ kind: 'missing', words: 'Chưa rõ ngày hết hạn của giấy', explain: 'Nguồn chỉ ghi tháng, năm hoặc không ghi.' },
    where: () =>
      sql<boolean>`s.recognition is not null and s.life = 'inForce' and (s.expires_earliest is null or s.expires_earliest <> s.expires_latest)`,
    repair: history,
  },
  productStar: {
    ...{ kind: 'missing', words: 'Lần công nhận không ghi hạng sao', explain: 'Tìm trong quyết định công nhận.' },
    where: () => sql<boolean>`s.recognition is not null and s.star is null`,
    repair: history,
  },
  productDecision: {
    ...{ kind: 'missing', words: 'Lần công nhận không ghi số quyết định', explain: 'Không tra lại được văn bản.' },
    where: () =>
      sql<boolean>`exists (select from recognition g where g.id = s.recognition and g.decision_number is null)`,
    repair: history,
  },
  productStory: {
    ...{
      kind: 'missing',
      words: 'Sản phẩm chưa có câu chuyện',
      explain: 'Người mua đọc câu chuyện ở trang công khai.',
    },
    where: () => sql<boolean>`s.open and coalesce(p.story, '') = ''`,
    repair: record,
  },
  productGuessed: {
    ...{
      kind: 'doubtful',
      words: 'Nhóm sản phẩm là phỏng đoán',
      explain: 'Đoán theo tên; cán bộ xem và ghi nhóm đúng.',
    },
    where: () => sql<boolean>`p.sector_guessed`,
    repair: record,
  },
  productTwice: {
    ...{
      kind: 'doubtful',
      words: 'Một chủ thể có hai sản phẩm trùng hoặc gần trùng tên, trùng mã vạch',
      explain: 'So hai hồ sơ rồi nhập lại hoặc ghi là không trùng.',
    },
    where: () => sql<boolean>`exists (select from ${twins})`,
    other: () => sql<
      string | null
    >`(select case when o.commune is not distinct from p.commune then o.id end from ${twins}
        order by o.commune is distinct from p.commune, o.id limit 1)::text`,
    repair: ({ id, other }) => ({
      href: other === null ? productPaths.others(id) : productPaths.pair(id, other),
      words: 'So hai hồ sơ',
    }),
  },
  productFarAway: {
    ...{
      kind: 'doubtful',
      words: 'Sản phẩm và chủ thể ở hai tỉnh',
      explain: 'Xem lại nơi sản xuất và địa chỉ chủ thể.',
    },
    where: () => sql<boolean>`exists (select from producer r where r.id = p.producer and r.province <> p.province)`,
    repair: record,
  },
  productTwoInForce: {
    ...{ kind: 'contradictory', words: 'Hai lần công nhận cùng còn hiệu lực', explain: 'Lần mới phải thay lần cũ.' },
    where: (facts) => sql<boolean>`(select count(*) from ${recognitions} and ${inForceToday(facts)}) > 1`,
    detail: (facts) =>
      sql<
        string | null
      >`(select string_agg(coalesce(g.star || ' sao, ', '') || coalesce(g.decision_number, 'không ghi số'), '; ' order by g.issued_latest) from ${recognitions} and ${inForceToday(facts)})`,
    repair: history,
  },
  productBelowGate: {
    ...{
      kind: 'contradictory',
      words: 'Hạng sao cao hơn số điểm cho phép',
      explain: 'Điểm trong danh sách không đạt mức của hạng sao.',
    },
    where: ({ bands }) =>
      sql<boolean>`exists (select from list_row w join recognition g on g.id = w.recognition where g.product = p.id and w.score is not null
        and (${sql.join(
          bands.map(({ star, minPoints }) => sql`(g.star = ${star} and w.score < ${minPoints})`),
          sql` or `,
        )}))`,
    repair: history,
  },
  productDecisionLate: {
    ...{
      kind: 'contradictory',
      words: 'Ngày quyết định sau ngày bắt đầu thời hạn',
      explain: 'Giấy không thể có hiệu lực trước quyết định.',
    },
    where: () =>
      sql<boolean>`exists (select from recognition g where g.product = p.id and g.decision_text_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and g.decision_text_date > g.issued_latest::text)`,
    repair: history,
  },
  productLongTerm: {
    ...{ kind: 'contradictory', words: 'Thời hạn giấy dài hơn quy định', explain: 'Xem lại ngày cấp, ngày hết hạn.' },
    where: () =>
      sql<boolean>`exists (select from recognition g where g.product = p.id and g.expires_earliest > g.issued_latest + make_interval(months => ${longest?.value ?? 0}::int))`,
    repair: history,
  },
  productOfJoined: {
    ...{
      kind: 'contradictory',
      words: 'Sản phẩm của chủ thể đã nhập vào chủ thể khác',
      explain: 'Chuyển sản phẩm sang chủ thể đang đứng tên.',
    },
    where: () => sql<boolean>`exists (select from producer r where r.id = p.producer and r.joined_into is not null)`,
    repair: record,
  },
  productStale: {
    ...{
      kind: 'overdue',
      words: 'Sản phẩm lâu chưa cập nhật',
      explain: 'Không có thay đổi nào trong thời gian đặt ở Thiết lập.',
    },
    where: ({ staleBefore }) => sql<boolean>`l.moved_at < ${staleBefore}::date`,
    repair: record,
  },
} as const satisfies Readonly<Record<string, Check>>;
