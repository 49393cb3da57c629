// What a province's own Word forms of the commune's papers are filled in with.
import { type FieldValues, officeFields, signingFields } from '#features/papers';
import type { Form03Data } from './papers/form03.ts';
import type { LetterData } from './papers/letter.ts';

export function form03Values(data: Form03Data): FieldValues<'mau-03'> {
  return {
    ...officeFields(data.issuance, data.province),
    ...{ xa: data.commune, tenSanPham: data.product, chuThe: data.producer, loaiHinh: data.producerType ?? '' },
    ...{ diaChi: data.address ?? '', nguyenLieu: data.material ?? '', laoDong: data.labour ?? '' },
    ...{ yTuong: data.idea ?? '', banSac: data.identity ?? '' },
    ...signingFields(data.signature),
  };
}

export function letterValues(data: LetterData): FieldValues<'de-nghi'> {
  return {
    ...officeFields(data.issuance, data.province),
    ...{ xa: data.commune, noiGui: data.agency },
    ...signingFields(data.signature),
    sanPham: data.products.map((one, at) => ({
      ...{ tt: String(at + 1), tenSanPham: one.name, chuThe: one.producer, phanLoai: one.classification },
      ...{ maSo: one.productCode ?? '', sanPhamMau: one.samples === null ? '' : String(one.samples) },
    })),
  };
}
