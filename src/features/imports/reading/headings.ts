/** What a heading says its column holds. Words of offices, not of single files: see headings.test.ts. */
import type { ColumnField, ListSubject } from './types.ts';
import { plain } from './words.ts';

export interface HeadingGuess {
  readonly field: ColumnField | null;
  readonly confidence: number;
}

const NOT_READ =
  /don vi tinh|^dvt$|lao dong|doanh thu|doanh so|san luong|gia ban|^gia$|thi truong|e ?mail|website|^web$|fax|han su dung|het han|hieu luc|thoi han|quy mo|von |dien tich|hinh anh|bao bi|^anh$|chuc vu|gioi tinh|^nam nu$|dan toc|ngay sinh|nam sinh|cmnd|cccd|ma qr|ma vach|barcode|gtin|toa do|kinh do|vi do|ky ten|chu ky|can bo|don vi quan ly|loai hinh|hinh thuc to chuc|don vi (cong nhan|ban hanh|cap|de nghi)|(co quan|cap) (cong nhan|ban hanh|cap|chu quan)|ban hanh boi|xuat khau|so lan/;
const POINTS = /(^| )diem( |$)/;
const NO_POINTS = /dia diem|thoi diem|diem (ban|du lich|gioi thieu|dac|manh)|dac diem|uu diem|cuc diem/;
const PRODUCER =
  /chu the|co so|don vi|doanh nghiep|(^| )dn( |$)|(^| )htx( |$)|hop tac xa|cong ty|(^| )cty( |$)|nha (san xuat|cung cap)|to chuc|ca nhan|ho (kd|kinh doanh|san xuat|sxkd)|(^| )hkd( |$)|chu so huu|nguoi san xuat|noi san xuat kinh doanh/;
const PLACE_OF =
  /^(dia chi|dia diem|dia ban|tru so|noi san xuat|noi o|vung san xuat|dia phuong|dia danh|cho o|que quan)/;
const DECISION = /quyet dinh|(^| )qd( |$)|van ban|giay chung nhan|(^| )gcn( |$)|can cu|so hieu/;
const DAY = /(^| )(ngay|thang|thoi gian|thoi diem)( |$)/;
const PRODUCT =
  /^(danh muc |ten |cac |ten cac |ten goi |ten goi cac )?(san pham|sp|mat hang|hang hoa|nong san|dich vu|ten hang|hang)( |$)/;
const SET = /^(stt|tt|so tt|so thu tu|thu tu|s tt|no|so tu tu)$/;
const STAR_COLUMN = /^(?:(?:hang|dat|dat hang|xep hang|ocop|san pham|loai|so) )*0?([345]) ?sao$/;
const STARS =
  /(^| )sao( |$)|(xep|phan|thu|muc|dat) (hang|loai)|^hang( |$)|^xep loai|hang (dat|san pham|ocop|duoc|cong nhan|de nghi|du kien)/;
const RESULT = /^(ket qua|dat|muc dat|cong nhan|danh gia)( |$)/;
const AIMED = /de nghi|du kien|dang ky|de xuat|tu danh gia|tu cham|cu$|truoc/;

/** Reads one heading. `field` null with confidence: known, and not read. Confidence 0: not known. */
export function readHeading(heading: string, subject: ListSubject): HeadingGuess {
  const words = plain(heading).slice(0, 120);
  if (/^[#№]$/.test(heading.trim())) return sure('order');
  if (words === '' || /^\d+$/.test(words)) return { field: null, confidence: 0 };
  if (SET.test(words)) return sure('order');
  if (words.length > 100) return { field: null, confidence: 0 };
  return (subject === 'units' ? unitHeading(words) : null) ?? listHeading(words);
}

const sure = (field: ColumnField | null, confidence = 0.95): HeadingGuess => ({ field, confidence });

/** Headings of lists kept in English; whole headings only, for "no", "date", "rank" stand in Vietnamese words too. */
const ENGLISH: readonly (readonly [RegExp, ColumnField])[] = [
  [/^(ocop )?products?( names?)?$|^names? of (the )?(ocop )?products?$/, 'product'],
  [
    /^(name of )?(the )?(producers?|manufacturers?|compan(y|ies)|enterprises?|owners?|cooperatives?|makers?|entit(y|ies))( names?)?$/,
    'producer',
  ],
  [/^(producers? )?(address|addresses|location)$/, 'address'],
  [/^(commune|ward|commune ward)s?$/, 'commune'],
  [/^district$/, 'district'],
  [/^province$/, 'province'],
  [/^(ocop )?(stars?|star ratings?|star rank(ing)?|ratings?|rank(ing)?|number of stars)$/, 'stars'],
  [/^(total )?(scores?|points)$/, 'score'],
  [/^decision (no|number)$|^(no|number) of decision$/, 'decisionNumber'],
  [/^(decision )?date$|^date of (the )?(decision|recognition|issue|certificate)$/, 'decisionDate'],
  [/^decision$/, 'decision'],
  [/^year( of recognition)?$/, 'year'],
  [/^(tele)?phone( (no|number))?$|^tel$|^mobile$/, 'phone'],
  [/^tax (code|no|number|id)$/, 'taxCode'],
  [/^(product )?(group|category|sector)$/, 'group'],
  [/^(legal )?representative$/, 'representative'],
  [/^(notes?|remarks?)$/, 'note'],
];

function listHeading(words: string): HeadingGuess {
  const english = ENGLISH.find(([pattern]) => pattern.test(words));
  if (english) return sure(english[1]);
  const star = STAR_COLUMN.exec(words)?.[1];
  if (star !== undefined) return sure(star === '3' ? 'star3' : star === '4' ? 'star4' : 'star5', 0.9);
  if (/^(so|sl|so luong|tong so|so luong cac) (cac )?(sp|san pham)|^sl$|^so luong$/.test(words))
    return sure('productCount');
  if (/^(ghi chu|luu y|ly do|nhan xet|y kien)|ghi chu$/.test(words)) return sure('note');
  if (NOT_READ.test(words)) return sure(null);
  if (/ma so thue|^mst( |$)|ma so (dn|doanh nghiep|htx|hkd)|dkkd|dang ky kinh doanh/.test(words))
    return sure('taxCode');
  if (/^ma( |$)/.test(words)) return /khach|huyen|xa|tinh/.test(words) ? sure(null) : sure('productCode', 0.85);
  if (/^(thong tin )?(ve )?(ten )?(chu the|co so|don vi|doanh nghiep|hop tac xa|htx).*dia chi/.test(words))
    return sure('producerAndAddress');
  if (/dien thoai|^sdt|^so dt|^dt( |$)|hotline|^lien he|^thong tin lien he|^di dong/.test(words)) return sure('phone');
  if (/^(ho )?ten (va )?dia (chi|diem)/.test(words)) return sure('producerAndAddress');
  if (PLACE_OF.test(words)) return sure('address', words.startsWith('dia phuong') ? 0.85 : 0.95);
  if (POINTS.test(words) && !NO_POINTS.test(words)) return sure('score', AIMED.test(words) ? 0.8 : 0.95);
  const producer = PRODUCER.test(words);
  if (producer && !PRODUCT.test(words) && !DECISION.test(words) && !RESULT.test(words)) {
    if (/dia chi|dia diem/.test(words)) return sure('producerAndAddress');
    return sure('producer', words.includes('chu the') ? 0.95 : 0.9);
  }
  return (
    decisionHeading(words) ??
    starsHeading(words) ??
    placeHeading(words) ??
    restHeading(words) ?? { field: null, confidence: 0 }
  );
}

function decisionHeading(words: string): HeadingGuess | null {
  const number = /(^| )so( |$)/.test(words);
  if (/^so ngay|^ngay so/.test(words)) return sure('decision', 0.9);
  if (DECISION.test(words)) {
    if (/^(ngay|thoi)/.test(words)) return sure('decisionDate');
    if (DAY.test(words) || /(^| )nam( |$)/.test(words)) return sure('decision');
    return sure(number ? 'decisionNumber' : 'decision');
  }
  if (/^nam( (duoc|dat|danh gia|cong nhan|phan hang|cap|xep hang|tham gia|thuc hien)( .*)?)?$/.test(words)) {
    return sure('year', words === 'nam' ? 0.9 : 0.95);
  }
  if (DAY.test(words)) return sure('decisionDate', /cong nhan|cap|ky|ban hanh|phan hang|dat/.test(words) ? 0.95 : 0.8);
  return null;
}

function starsHeading(words: string): HeadingGuess | null {
  // "Sản phẩm (hạng sao)": the name, with the star said beside it.
  if (/^(ten )?(cac )?(san pham|sp)( ocop)? (va )?(xep |phan )?hang( sao)?$/.test(words)) return sure('product', 0.85);
  if (STARS.test(words)) return sure('stars', AIMED.test(words) ? 0.75 : 0.95);
  return RESULT.test(words) ? sure('stars', 0.8) : null;
}

function placeHeading(words: string): HeadingGuess | null {
  const commune = /(^| )(xa|phuong|thi tran|cap xa)( |$)/.test(words.replace(/thi xa|hop tac xa/g, ''));
  const district = /(^| )(huyen|quan|thi xa|thanh pho|tp|tx|cap huyen)( |$)/.test(words);
  if (/^(ten )?(tinh)( |$)/.test(words) && !words.startsWith('tinh trang')) return sure('province');
  if (!/^(ten |don vi |cap |thuoc )*(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tp|tx)( |$)/.test(words))
    return null;
  if (commune && district) return sure(/^(ten |thuoc )*(huyen|quan)/.test(words) ? 'district' : 'address', 0.85);
  return commune ? sure('commune') : sure('district');
}

function restHeading(words: string): HeadingGuess | null {
  if (
    /^(nhom|phan nhom|nganh|linh vuc|bo san pham|bo sp|loai san pham|loai sp|chung loai|phan loai)( |$)/.test(words)
  ) {
    return sure('group');
  }
  if (/dai dien|chu ho|chu co so|ho (va )?ten|giam doc|chu nhiem|nguoi (lien he|dung dau)/.test(words)) {
    return sure('representative', 0.85);
  }
  if (PRODUCT.test(words)) return sure('product', words === 'hang' ? 0.6 : 0.95);
  if (/(^| )(san pham|sp)( |$)/.test(words)) return sure('product', 0.75);
  if (/^(ten|ten goi)$/.test(words)) return sure('product', 0.6);
  if (/^(noi dung|tinh trang|hien trang|khac)/.test(words)) return sure('note', 0.7);
  return null;
}

/** Headings of lists of administrative units. */
function unitHeading(words: string): HeadingGuess | null {
  if (/^ma( so)?( (don vi|xa|dvhc|phuong|cap xa).*)?$/.test(words)) return sure('unitCode');
  if (/^(loai|cap)( |$)/.test(words)) return sure('unitType', 0.9);
  if (/^(thuoc|truc thuoc|don vi cap tren|cap tren)/.test(words)) return sure('unitParent', 0.9);
  if (/^(ten )?(don vi( hanh chinh)?|dvhc|xa|phuong|thi tran|ten)( |$)/.test(words)) return sure('unit', 0.9);
  return null;
}
