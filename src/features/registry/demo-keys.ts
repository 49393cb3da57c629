import { stableId } from '#features/units';

/**
 * Invented producers and products of the demonstration programme. Accounts, dossiers, papers, sheets and certificates
 * of the demonstration hang on these and never on a real name. Ids are the same on every install: `demoId`.
 */
export interface DemoProducer {
  readonly key: DemoProducerKey;
  readonly name: string;
  readonly type: string;
  /** Code of the commune (Decision 19/2025/QĐ-TTg) and of its province. */
  readonly commune: string;
  readonly province: '24' | '33' | '82';
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly history: string;
  readonly organisation: string;
}
export interface DemoProduct {
  readonly key: DemoProductKey;
  readonly producer: DemoProducerKey;
  readonly name: string;
  /** Product set of Decision 26/2026. */
  readonly set: string;
  readonly sector: string;
  readonly specification: string;
  readonly standard: string;
  readonly story: string;
}
export type DemoProducerKey =
  | 'canh-dieu'
  | 'gio-nom'
  | 'trang-non'
  | 'ong-troi'
  | 'sen-mua-ha'
  | 'vuon-co'
  | 'nang-som';
export type DemoProductKey =
  | 'mien-dong'
  | 'bun-kho'
  | 'bun-la'
  | 'banh-da'
  | 'gio-tre'
  | 'den-long'
  | 'ruou-nep'
  | 'mat-ong'
  | 'phan-hoa'
  | 'tra-sen'
  | 'mut-sen'
  | 'vuon-co'
  | 'long-nhan'
  | 'tuong-ban';

/** Communes of the demonstration: two in Hưng Yên for the main journey, the others for reach and refusals. */
export const demoCommunes = { commune: '11977', commune2: '12070' } as const;

export const demoProducers: readonly DemoProducer[] = [
  {
    key: 'canh-dieu',
    name: 'Hợp tác xã Miến dong Cánh Diều (giả định)',
    type: 'cooperative',
    commune: demoCommunes.commune,
    province: '33',
    address: 'Thôn Giả Định, xã Tân Hưng, tỉnh Hưng Yên',
    phone: '0000 000 001',
    email: 'canh-dieu@vi-du.invalid',
    history: 'Hợp tác xã giả định, lập ra để trình diễn. Mười hai hộ cùng tráng miến từ củ dong trồng trên bãi.',
    organisation: 'Ban giám đốc ba người; ba tổ: nguyên liệu, tráng miến, đóng gói.',
  },
  {
    key: 'gio-nom',
    name: 'Tổ hợp tác Đan tre Gió Nồm (giả định)',
    type: 'cooperativeGroup',
    commune: demoCommunes.commune2,
    province: '33',
    address: 'Thôn Giả Định, xã Hoàn Long, tỉnh Hưng Yên',
    phone: '0000 000 002',
    email: 'gio-nom@vi-du.invalid',
    history: 'Tổ hợp tác giả định. Tám người đan giỏ và đèn lồng lúc nông nhàn.',
    organisation: 'Tổ trưởng và hai tổ phó; mỗi hộ nhận một khâu.',
  },
  {
    key: 'nang-som',
    name: 'Hộ kinh doanh Nắng Sớm (giả định)',
    type: 'householdBusiness',
    commune: demoCommunes.commune,
    province: '33',
    address: 'Xóm Giả Định, xã Tân Hưng, tỉnh Hưng Yên',
    phone: '0000 000 003',
    email: 'nang-som@vi-du.invalid',
    history: 'Hộ kinh doanh giả định, sấy long nhãn và ủ tương theo mùa.',
    organisation: 'Chủ hộ và bốn người làm theo mùa.',
  },
  {
    key: 'ong-troi',
    name: 'Hợp tác xã Ong Trời (giả định)',
    type: 'cooperative',
    commune: '07615',
    province: '24',
    address: 'Bản Giả Định, xã Sơn Động, tỉnh Bắc Ninh',
    phone: '0000 000 004',
    email: 'ong-troi@vi-du.invalid',
    history: 'Hợp tác xã giả định, đặt thùng ong dưới tán vải và keo.',
    organisation: 'Hội đồng quản trị ba người; mười lăm hộ nuôi ong.',
  },
  {
    key: 'trang-non',
    name: 'Công ty TNHH Trăng Non (giả định)',
    type: 'smallMediumEnterprise',
    commune: '09499',
    province: '24',
    address: 'Thôn Giả Định, xã Trung Kênh, tỉnh Bắc Ninh',
    phone: '0000 000 005',
    email: 'trang-non@vi-du.invalid',
    history: 'Công ty giả định, nấu rượu nếp bằng men lá.',
    organisation: 'Giám đốc, một kế toán, chín công nhân.',
  },
  {
    key: 'sen-mua-ha',
    name: 'Cơ sở Sen Mùa Hạ (giả định)',
    type: 'householdBusiness',
    commune: '30061',
    province: '82',
    address: 'Ấp Giả Định, xã Đốc Binh Kiều, tỉnh Đồng Tháp',
    phone: '0000 000 006',
    email: 'sen-mua-ha@vi-du.invalid',
    history: 'Cơ sở giả định, làm trà và mứt từ đầm sen của nhà.',
    organisation: 'Chủ cơ sở và sáu lao động trong xã.',
  },
  {
    key: 'vuon-co',
    name: 'Hợp tác xã Du lịch Vườn Cò Trắng (giả định)',
    type: 'cooperative',
    commune: '28327',
    province: '82',
    address: 'Ấp Giả Định, xã Tân Phước 2, tỉnh Đồng Tháp',
    phone: '0000 000 007',
    email: 'vuon-co@vi-du.invalid',
    history: 'Hợp tác xã giả định, đón khách xem cò về vườn buổi chiều.',
    organisation: 'Chín hộ góp vườn, thuyền và bếp; một người điều hành.',
  },
];

export const demoProducts: readonly DemoProduct[] = [
  {
    key: 'mien-dong',
    producer: 'canh-dieu',
    name: 'Miến dong Cánh Diều (giả định)',
    set: '26-2026/06',
    sector: 'I',
    specification: 'Túi 500 g, 20 túi một thùng',
    standard: 'TCCS 01:2026/CD (giả định)',
    story:
      'Củ dong đào về rửa sạch, nghiền, lọc qua ba lần nước. Bột lắng qua đêm, tráng mỏng rồi phơi trên phên giữa bãi. Sợi miến cắt khi bánh vừa se nên dai mà trong.',
  },
  {
    key: 'bun-kho',
    producer: 'canh-dieu',
    name: 'Bún khô Cánh Diều (giả định)',
    set: '26-2026/06',
    sector: 'I',
    specification: 'Túi 400 g',
    standard: 'TCCS 02:2026/CD (giả định)',
    story: 'Gạo ngâm qua đêm, xay nước, ép thành sợi rồi sấy bằng nhà kính phơi nắng.',
  },
  {
    key: 'bun-la',
    producer: 'canh-dieu',
    name: 'Bún lá khô Cánh Diều (giả định)',
    set: '26-2026/06',
    sector: 'I',
    specification: 'Túi 300 g',
    standard: 'TCCS 03:2024/CD (giả định)',
    story: 'Bún ép thành lá mỏng, phơi trên phên tre, ăn với nước ốc; công nhận lần đầu từ năm 2024.',
  },
  {
    key: 'banh-da',
    producer: 'canh-dieu',
    name: 'Bánh đa vừng Cánh Diều (giả định)',
    set: '26-2026/06',
    sector: 'I',
    specification: 'Gói 10 chiếc',
    standard: 'TCCS 03:2026/CD (giả định)',
    story: 'Bánh tráng hai lớp, rắc vừng khi còn ướt, phơi vừa nắng rồi nướng than.',
  },
  {
    key: 'gio-tre',
    producer: 'gio-nom',
    name: 'Giỏ tre Gió Nồm (giả định)',
    set: '26-2026/21',
    sector: 'IV',
    specification: 'Bộ ba chiếc lồng nhau',
    standard: 'TCCS 01:2026/GN (giả định)',
    story: 'Tre chẻ nan, hun khói chống mọt, đan mắt cáo như cái rổ của bà.',
  },
  {
    key: 'den-long',
    producer: 'gio-nom',
    name: 'Đèn lồng ông sao Gió Nồm (giả định)',
    set: '26-2026/21',
    sector: 'IV',
    specification: 'Chiếc, đường kính 40 cm',
    standard: 'TCCS 02:2026/GN (giả định)',
    story: 'Khung nứa buộc lạt, dán giấy bóng, mỗi cánh sao một màu.',
  },
  {
    key: 'long-nhan',
    producer: 'nang-som',
    name: 'Long nhãn Nắng Sớm (giả định)',
    set: '26-2026/07',
    sector: 'I',
    specification: 'Hộp 250 g',
    standard: 'TCCS 01:2026/NS (giả định)',
    story: 'Nhãn bóc tay, xoáy hạt, sấy than hoa hai ngày một đêm.',
  },
  {
    key: 'tuong-ban',
    producer: 'nang-som',
    name: 'Tương nếp Nắng Sớm (giả định)',
    set: '26-2026/09',
    sector: 'I',
    specification: 'Chai 500 ml',
    standard: 'TCCS 02:2026/NS (giả định)',
    story: 'Xôi nếp ủ mốc, đậu rang, muối biển; phơi chum một mùa nắng.',
  },
  {
    key: 'mat-ong',
    producer: 'ong-troi',
    name: 'Mật ong hoa rừng Ong Trời (giả định)',
    set: '26-2026/04',
    sector: 'I',
    specification: 'Chai 350 ml',
    standard: 'TCCS 01:2026/OT (giả định)',
    story: 'Ong theo hoa vải tháng ba, hoa keo tháng sáu; mỗi mùa quay mật hai lần.',
  },
  {
    key: 'phan-hoa',
    producer: 'ong-troi',
    name: 'Phấn hoa Ong Trời (giả định)',
    set: '26-2026/04',
    sector: 'I',
    specification: 'Lọ 200 g',
    standard: 'TCCS 02:2026/OT (giả định)',
    story: 'Phấn hứng ở cửa tổ, sấy nguội, giữ nguyên hạt.',
  },
  {
    key: 'ruou-nep',
    producer: 'trang-non',
    name: 'Rượu nếp Trăng Non (giả định)',
    set: '26-2026/14',
    sector: 'II',
    specification: 'Chai 500 ml, 35% thể tích',
    standard: 'TCCS 01:2026/TN (giả định)',
    story: 'Nếp cái nấu cơm, ủ men lá hai mươi ngày, chưng cất một lần.',
  },
  {
    key: 'tra-sen',
    producer: 'sen-mua-ha',
    name: 'Trà sen Mùa Hạ (giả định)',
    set: '26-2026/12',
    sector: 'I',
    specification: 'Hộp 20 túi lọc',
    standard: 'TCCS 01:2026/MH (giả định)',
    story: 'Lá sen bánh tẻ thái sợi, sao ba lần, ướp với tâm sen.',
  },
  {
    key: 'mut-sen',
    producer: 'sen-mua-ha',
    name: 'Mứt hạt sen Mùa Hạ (giả định)',
    set: '26-2026/07',
    sector: 'I',
    specification: 'Hộp 300 g',
    standard: 'TCCS 02:2026/MH (giả định)',
    story: 'Hạt sen tươi bỏ tâm, ngâm đường phèn, sấy dẻo.',
  },
  {
    key: 'vuon-co',
    producer: 'vuon-co',
    name: 'Điểm du lịch Vườn Cò Trắng (giả định)',
    set: '26-2026/26',
    sector: 'VI',
    specification: 'Chuyến nửa ngày, từ hai khách',
    standard: 'Quy chế phục vụ khách của hợp tác xã (giả định)',
    story: 'Chiều xuống, cò bay về kín vườn tràm. Khách đi xuồng, ăn cơm nhà vườn, nghỉ lại nếu muốn.',
  },
];

/** The id of an invented producer or product, the same on every install. */
export function demoId(kind: 'producer', key: DemoProducerKey): string;
export function demoId(kind: 'product', key: DemoProductKey): string;
export function demoId(kind: 'producer' | 'product', key: string): string {
  return stableId(kind, `demo:${key}`);
}
