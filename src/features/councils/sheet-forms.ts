/** What an office's own Word form of a member's score sheet is filled in with. */
import type { FieldValues } from '#features/papers';
import { optionsOf, type Part, type ScoredCriterion, scoredCriteria } from '#law/rulebooks';
import { longDate } from '#platform/documents/words';
import type { FilledSheet, ScoreSheetData } from './papers/sheet.ts';

/** The values of one sheet, with its points criterion by criterion as the law counted them. */
export function sheetValues(data: ScoreSheetData): FieldValues<'phieu-cham'> {
  const { filled, set } = data;
  return {
    ...{ boSanPham: set.name, vanBan: data.actShort, tenSanPham: data.product ?? '', maSo: data.productCode ?? '' },
    ...{ chuThe: data.producer ?? '', dienThoai: data.phone ?? '', diaChi: data.address ?? '', diaDanh: data.place },
    ngay: filled?.submittedOn ? longDate(filled.submittedOn) : 'ngày ...... tháng ...... năm ......',
    ...{ thanhVien: data.member ?? '', tongDiem: filled ? String(filled.total) : '' },
    tongToiDa: String(set.parts.reduce((sum, part) => sum + part.maxPoints, 0)),
    ...{ yKien: filled?.opinion ?? '', niemPhong: filled?.hash ?? '', nhapTuGiay: filled?.entered ?? '' },
    diaChiPhieu: data.url ?? '',
    tieuChi: set.parts.flatMap((part) =>
      scoredCriteria({ ...set, parts: [part] }).map((criterion) => rowOf(part, criterion, filled)),
    ),
  };
}

function rowOf(part: Part, criterion: ScoredCriterion, filled: FilledSheet | null) {
  const chosen = [filled?.chosen[criterion.code] ?? []].flat();
  const levels = optionsOf(criterion).filter(({ id }) => chosen.includes(id));
  return {
    ...{ phan: `Phần ${part.code}. ${part.title}`, ma: criterion.code, ten: criterion.title },
    ...{ thangDiem: String(criterion.maxPoints), muc: levels.map(({ label }) => label).join('; ') },
    diem: filled ? String(filled.points[criterion.code] ?? 0) : '',
  };
}
