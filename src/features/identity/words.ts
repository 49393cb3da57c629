// Row → words on the page.
import type { Role } from '#policy';

/** The roles of signed-in people, as screens call them. */
export const roleWords: Readonly<Record<Role, string>> = {
  public: 'Người xem',
  producer: 'Chủ thể',
  commune: 'Cán bộ xã',
  province: 'Cơ quan OCOP tỉnh',
  councilChair: 'Chủ tịch hội đồng',
  councilSecretary: 'Thư ký hội đồng',
  councilMember: 'Thành viên hội đồng',
  adviser: 'Thành viên Tổ tư vấn',
  ministry: 'Cấp trung ương',
  inspector: 'Đoàn kiểm tra',
  auditor: 'Kiểm toán',
  administrator: 'Quản trị hệ thống',
};

export const accountStateWords: Readonly<Record<string, string>> = {
  invited: 'Đã mời',
  active: 'Đang dùng',
  disabled: 'Đã khóa',
};

interface CapacityParts {
  readonly role: Role;
  readonly unitName: string | null;
  readonly producerName: string | null;
  readonly organisation: string | null;
}

/** Role and body in one phrase, as the ledger keeps it: 'Cán bộ xã, Xã Tân Hưng'; 'Thành viên hội đồng, Sở Công Thương'. */
export function capacityOf({ role, unitName, producerName, organisation }: CapacityParts): string {
  const body = role === 'producer' ? producerName : (organisation ?? unitName);
  return body === null ? roleWords[role] : `${roleWords[role]}, ${body}`;
}

/** An address shown to somebody who may not be its owner: 'h***@example.vn', '*** *** 678'. */
export function maskAddress(address: string): string {
  const at = address.indexOf('@');
  return at > 0 ? `${address.slice(0, 1)}***${address.slice(at)}` : `*** *** ${address.slice(-3)}`;
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/android/i, 'điện thoại Android'],
  [/iphone/i, 'iPhone'],
  [/ipad/i, 'iPad'],
  [/windows/i, 'máy Windows'],
  [/mac os/i, 'máy Mac'],
  [/linux/i, 'máy Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/edg\//i, 'Edge'],
  [/firefox/i, 'Firefox'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/chrome|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
];

/** A browser's name for itself in words: 'Chrome trên điện thoại Android'. */
export function deviceWords(device: string | null): string {
  const find = (among: typeof systems) => among.find(([sign]) => sign.test(device ?? ''))?.[1];
  const browser = find(browsers) ?? 'Trình duyệt khác';
  const system = find(systems);
  return system === undefined ? browser : `${browser} trên ${system}`;
}
