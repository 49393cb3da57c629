import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { localPlaces } from './queries.ts';
import { kindWords, listQuery } from './schema.ts';

const MOST = 5000;

/** The officers' register as a workbook, written to the access log. */
export const localPlaceSheet = download({
  name: 'localPlace.export',
  title: 'Làng nghề, vùng nguyên liệu (Excel)',
  permission: 'localPlace.correct',
  query: listQuery,
  logged: 'export',
  async run(ctx, _params, query) {
    const rows = await localPlaces(ctx.db, query, ctx.day, MOST, ctx.within('localPlace.correct', 'l'));
    return listFile('lang-nghe-vung-nguyen-lieu', 'Làng nghề', rows, [
      ['Loại', 'text', 18, (row) => kindWords[row.kind]],
      ['Tên', 'text', 30, (row) => row.name],
      ['Nghề, cây trồng, vật nuôi', 'text', 30, (row) => row.craft],
      ['Nơi', 'text', 36, (row) => row.place],
      ['Nơi theo nguồn', 'text', 30, (row) => row.formerPlace],
      ['Công nhận', 'text', 14, (row) => row.recognised],
      ['Văn bản', 'text', 24, (row) => row.act],
      ['Mã số vùng trồng', 'text', 30, (row) => row.plantingCodes],
      ['Diện tích (ha)', 'decimal', 14, (row) => row.hectares],
      ['Vĩ độ', 'decimal', 12, (row) => row.latitude],
      ['Kinh độ', 'decimal', 12, (row) => row.longitude],
      ['Chủ thể', 'text', 40, (row) => row.producers.map(({ name }) => name).join('; ')],
    ]);
  },
});
