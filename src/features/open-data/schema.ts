/** The tables of the open data: each field with its meaning. The files, the dictionary and the catalogue are made from this alone (S15). */
import type { CertificateState } from '#law/certificate';
import type { SheetValue } from '#platform/documents/sheet';

type Row = Readonly<Record<string, SheetValue>>;
type Kind = 'text' | 'integer' | 'date';

export interface OpenField {
  readonly name: string;
  readonly kind: Kind;
  readonly vi: string;
  readonly en: string;
}

export interface OpenTable {
  /** In its address. */
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly fields: readonly OpenField[];
}

const field = (name: string, kind: Kind, vi: string, en: string): OpenField => ({ name, kind, vi, en });

/** What `state` may say; every other state is "undetermined". */
const STATES: Readonly<Partial<Record<CertificateState, string>>> = {
  inForce: 'valid',
  extended: 'extended',
  expired: 'expired',
  revoked: 'revoked',
  annulled: 'annulled',
  superseded: 'superseded',
};
/** The state as outside programs know it, the same words as in the API. */
export const stateOf = (state: unknown): string =>
  (typeof state === 'string' ? STATES[state as CertificateState] : undefined) ?? 'undetermined';
const STATE_WORDS = [...Object.values(STATES), 'undetermined'].join(', ');

const ID = field('id', 'text', 'Mã bản ghi, không bao giờ đổi', 'Stable identifier of the record');
const INVENTED = field(
  'invented',
  'integer',
  '1: dữ liệu giả định để trình diễn; 0: dữ liệu thật',
  '1: invented for demonstration; 0: real',
);
const PLACE = [
  field('place', 'text', 'Nơi, theo đơn vị hành chính hôm nay', 'Place, in the units of today'),
  field('commune_code', 'text', 'Mã xã hôm nay; trống: chưa rõ xã', 'Code of the commune of today; empty: not known'),
  field('province_code', 'text', 'Mã tỉnh hôm nay', 'Code of the province of today'),
];

export const OPEN_TABLES = [
  {
    name: 'san-pham',
    vi: 'Sản phẩm',
    en: 'Products',
    fields: [
      ID,
      field('name', 'text', 'Tên sản phẩm', 'Name'),
      field('sector', 'text', 'Nhóm I–VI', 'Group I–VI'),
      field('sector_guessed', 'integer', '1: nhóm do hệ thống đoán, nguồn không ghi', '1: the group is a guess'),
      field('product_set', 'text', 'Bộ sản phẩm theo Bộ tiêu chí', 'Product set of the rulebook'),
      field('producer_id', 'text', 'Mã bản ghi của chủ thể', 'Identifier of the producer'),
      ...PLACE,
      field('recognition_id', 'text', 'Lần công nhận mới nhất; trống: chưa có', 'Newest recognition; empty: none'),
      field('star', 'integer', 'Hạng sao của lần công nhận mới nhất', 'Star of the newest recognition'),
      field('state', 'text', `Giá trị của chứng nhận hôm nay: ${STATE_WORDS}`, `Worth today: ${STATE_WORDS}`),
      INVENTED,
      field('page', 'text', 'Trang của sản phẩm', 'Page of the product'),
    ],
  },
  {
    name: 'chu-the',
    vi: 'Chủ thể',
    en: 'Producers',
    fields: [
      ID,
      field('name', 'text', 'Tên chủ thể', 'Name'),
      field('type', 'text', 'Loại chủ thể; trống: nguồn không ghi', 'Kind of producer; empty: not stated'),
      field('address', 'text', 'Địa chỉ sản xuất, kinh doanh', 'Business address'),
      ...PLACE,
      field('website', 'text', 'Trang của chủ thể', 'Website'),
      field('products', 'integer', 'Số sản phẩm công khai', 'Public products'),
      INVENTED,
      field('page', 'text', 'Trang của chủ thể', 'Page of the producer'),
    ],
  },
  {
    name: 'cong-nhan',
    vi: 'Các lần công nhận',
    en: 'Recognitions',
    fields: [
      ID,
      field('product_id', 'text', 'Mã bản ghi của sản phẩm', 'Identifier of the product'),
      field('product_name', 'text', 'Tên sản phẩm ghi khi công nhận', 'Name at the time of recognition'),
      field('producer_name', 'text', 'Tên chủ thể ghi khi công nhận', 'Producer at the time of recognition'),
      field('star', 'integer', 'Hạng sao; trống: nguồn không ghi', 'Star; empty: not stated'),
      field('state', 'text', `Giá trị hôm nay: ${STATE_WORDS}`, `Worth today: ${STATE_WORDS}`),
      field('issued_earliest', 'date', 'Ngày công nhận sớm nhất có thể', 'Earliest possible day of recognition'),
      field('issued_latest', 'date', 'Ngày công nhận muộn nhất có thể', 'Latest possible day of recognition'),
      field('expires_earliest', 'date', 'Ngày hết hạn sớm nhất có thể', 'Earliest possible end'),
      field('expires_latest', 'date', 'Ngày hết hạn muộn nhất có thể', 'Latest possible end'),
      field('extended_to', 'date', 'Được kéo dài đến ngày', 'Prolonged to'),
      field('ended_on', 'date', 'Ngày thu hồi, hủy bỏ hoặc thay thế', 'Day of revocation, annulment or succession'),
      field('decision', 'text', 'Số quyết định', 'Decision number'),
      field('decision_date', 'text', 'Ngày quyết định, đến mức nguồn ghi', 'Decision date as precise as the source'),
      field('issuer', 'text', 'Cơ quan công nhận', 'Issuer'),
      field('code', 'text', 'Mã kiểm tra chứng nhận', 'Code to check the certificate with'),
      INVENTED,
    ],
  },
] as const satisfies readonly OpenTable[];

export type TableName = (typeof OPEN_TABLES)[number]['name'];
export type OpenRow = Row & { readonly id: string };
