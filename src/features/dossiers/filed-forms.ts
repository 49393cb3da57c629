// What a province's own Word forms of the papers of a dossier are filled in with: registration, report, receipt.
import type { FieldValues } from '#features/papers';
import { longDate, shortDate } from '#platform/documents/words';
import { KIND_WORDS } from './papers/data.ts';
import type { Form01Data, SlipEntry } from './papers/form01.ts';
import { type Form02Data, proof } from './papers/form02.ts';
import type { ReceiptData } from './papers/receipt.ts';

const tick = (checked: boolean): string => (checked ? '√' : '');
const dated = (date: string | null): string => (date ? longDate(date) : 'ngày ...... tháng ...... năm ......');
const received = (slip: SlipEntry | null) => (slip ? shortDate(slip.receivedOn) : '');

export function form01Values(data: Form01Data): FieldValues<'mau-01'> {
  const { communeSlip, provinceSlip } = data;
  return {
    ...{ tinh: data.province, nam: String(data.year), chuThe: data.applicant ?? '', diaChi: data.address ?? '' },
    ...{ dienThoai: data.phone ?? '', email: data.email ?? '', nguoiDaiDien: data.representative ?? '' },
    ...{ tenSanPham: data.product ?? '', chucVu: data.position ?? '' },
    nhomSanPham: [data.sector, data.group, data.subgroup].filter((part) => part !== null).join('; '),
    lanDangKy: data.kind ? KIND_WORDS[data.kind] : '',
    ...{ lanDau: tick(data.kind === 'first'), nangHang: tick(data.kind === 'upgrade') },
    ...{
      danhGiaLai: tick(data.kind === 'reEvaluation'),
      sanPhamMau: data.samples === null ? '' : String(data.samples),
    },
    ...{ diaDanh: data.place ?? '', ngay: dated(data.date) },
    ...{ soPhieuXa: communeSlip?.number ?? '', ngayNhanXa: received(communeSlip) },
    ...{ nguoiNhanXa: communeSlip?.receiver ?? '', soPhieuTinh: provinceSlip?.number ?? '' },
    ...{ ngayNhanTinh: received(provinceSlip), nguoiNhanTinh: provinceSlip?.receiver ?? '' },
  };
}

export function form02Values(data: Form02Data): FieldValues<'mau-02'> {
  const { has, representative: person } = data;
  return {
    ...{
      chuThe: data.producer ?? '',
      diaChi: data.address ?? '',
      dienThoai: data.phone ?? '',
      email: data.email ?? '',
    },
    ...{ nguoiDaiDien: person.name ?? '', tenSanPham: data.product ?? '', loaiHinh: data.producerType ?? '' },
    ...{ gioiTinh: person.sex ?? '', danToc: person.ethnicity ?? '', thuongTru: person.permanentAddress ?? '' },
    ...{ ngayThanhLap: data.foundedOn ?? '', soDangKy: data.registrationNumber ?? '' },
    danhDauDangKyKinhDoanh: tick(has.businessRegistration),
    danhDauCongBoChatLuong: tick(has.qualityDeclaration),
    danhDauAnToanThucPham: tick(has.foodSafety),
    danhDauDieuKienBatBuoc: tick(has.mandatoryConditions),
    ...{ danhDauNhanHieu: tick(has.trademark), danhDauQuyenSuDung: tick(has.rightToUse) },
    ...{ danhDauSangChe: tick(has.patent), danhDauKieuDang: tick(has.design), danhDauBanQuyen: tick(has.copyright) },
    ...{ quyenKhac: has.other ?? '', lichSu: data.history ?? '', toChuc: data.organisation ?? '' },
    ...{ vungNguyenLieu: data.area ?? '', chatLuong: data.quality ?? '', thiTruong: data.market ?? '' },
    ...{ kinhDoanh: data.business ?? '', boSanPham: data.setName, lanDangKy: KIND_WORDS[data.kind] },
    ...{ tongDiem: String(data.total), tongToiDa: String(data.maxTotal) },
    ...{ thayDoi: data.changes ?? '', keHoach: data.plan ?? '', diaDanh: data.place ?? '', ngay: dated(data.date) },
    tieuChi: data.parts.flatMap((part) =>
      part.criteria.map((one) => ({
        ...{ phan: part.title, ma: one.code, ten: one.title, thangDiem: String(one.maxPoints) },
        ...{ muc: one.chosen ?? '', diem: String(one.points), minhChung: proof(one) },
      })),
    ),
  };
}

export function receiptValues(data: ReceiptData): FieldValues<'bien-nhan'> {
  return {
    ...{ coQuan: data.body, diaDanh: data.place, ngay: longDate(data.receivedOn), soPhieu: data.number },
    ...{ nam: String(data.year), chuThe: data.producer, tenSanPham: data.product, lanDangKy: KIND_WORDS[data.kind] },
    ...{ gioNhan: data.receivedAt ?? '', nguoiNhan: data.receiver },
    ...{ hanTraLoi: data.due ? shortDate(data.due.day) : '', thoiHan: data.due?.words ?? '' },
    nhapHo: data.onBehalf ? 'Hồ sơ do cán bộ nhập hộ từ bản giấy có chữ ký của chủ thể.' : '',
    soTep: String(data.papers.reduce((sum, { files }) => sum + files, 0)),
    diaChiTraCuu: data.url ?? '',
    giayTo: data.papers.map(({ name, files }, at) => ({ tt: String(at + 1), ten: name, soTep: String(files) })),
  };
}
