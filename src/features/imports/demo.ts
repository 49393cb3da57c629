// Invented lists of the province, brought in and left at the preview: what is doubtful waits for the visitor.
import { type DemoTools, demoHand } from '#features/identity';
import { insertFile } from '#platform/http/uploads';
import { uploadList } from './acts.ts';
import type { ImportSubject } from './schema.ts';
import { readNow } from './steps.ts';

const LIST = [
  'DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2025 (dữ liệu giả định)',
  '',
  'STT;Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Số quyết định;Ngày quyết định',
  'I;Nhóm thực phẩm;;;;;',
  '1;Bánh đa vừng Giả Định;HTX Bánh đa Giả Định;xã Tân Hưng, tỉnh Hưng Yên;4 sao;21/QĐ-UBND;20/10/2025',
  '2;Tương nếp Giả Định;HTX Bánh đa Giả Định;xã Tân Hưng, tỉnh Hưng Yên;***;21/QĐ-UBND;20/10/2025',
  '3;Mật ong nhãn Giả Định;Hộ kinh doanh Nhãn Giả Định;;3 sao;21/QĐ-UBND;20/10/2025',
  '4;Long nhãn sấy Giả Định;Hộ kinh doanh Nhãn Giả Định;xã Không Có, tỉnh Hưng Yên;6 sao;21/QĐ-UBND;31/2/2025',
  '5;Bánh đa vừng Giả Định;Hợp tác xã Bánh đa Giả Định;xã Tân Hưng, tỉnh Hưng Yên;4 sao;21/QĐ-UBND;20/10/2025',
  '6;Trà sen Giả Định;Công ty TNHH Sen Giả Định;xã Hoàng Hoa Thám, tỉnh Hưng Yên;5 sao;1200/QĐ-BNNMT;2025',
  '7;Miến dong Cánh Diều (giả định);HTX Miến dong Cánh Diều (giả định);xã Tân Hưng, tỉnh Hưng Yên;5 sao;21/QĐ-UBND;20/10/2025',
  'Tổng cộng: 7 sản phẩm;;;;;;',
];

const PRODUCERS = [
  'DANH SÁCH CHỦ THỂ OCOP (dữ liệu giả định)',
  '',
  'STT;Tên chủ thể;Địa chỉ;Mã số thuế;Điện thoại;Người đại diện',
  '1;HTX Sen Hồ Giả Định;xã Tân Hưng, tỉnh Hưng Yên;;0912 000 111;Nguyễn Thị Giả Định',
  '2;Hộ kinh doanh Mật Giả Định;xã Hoàng Hoa Thám, tỉnh Hưng Yên;;;',
];

/** Sends the lists in the name of the province's officer; nothing of them is written. */
export async function demoImport(tools: DemoTools): Promise<void> {
  await send(tools, 'producers', 'chu-the-ocop-gia-dinh.csv', PRODUCERS);
  await send(tools, 'products', 'san-pham-ocop-2025-gia-dinh.csv', LIST);
}

async function send(tools: DemoTools, subject: ImportSubject, name: string, lines: readonly string[]): Promise<void> {
  const officer = await demoHand(tools, 'province');
  const bytes = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
  const facts = { kind: 'csv', type: 'text/csv', name } as const;
  const file = await tools.files.putOwn(bytes, facts);
  await insertFile(tools.tx, file, officer.actor.account);
  const { id } = await uploadList.run(officer, { subject, file: file.id }, undefined);
  await readNow(tools.tx, tools.files, tools.day, id, officer.actor.area ?? '');
}
