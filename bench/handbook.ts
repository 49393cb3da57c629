/** The handbook of a province with 300 products, each with a photograph and a story, by the command as an operator runs it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { withClient } from '../src/platform/db/connect.ts';
import { type FileStore, openFileStore } from '../src/platform/files/store.ts';
import type { Measured } from './promises.ts';

const INVENTED = new URL('./invented.sql', import.meta.url);
/** Numbers whose certificates hold on the day. */
const [FIRST, LAST] = [1_000_401, 1_000_700];
const DAY = '2026-06-01';
const STORY =
  'Nghề được truyền qua ba đời trong làng ven sông. Nguyên liệu chọn trong vùng, phơi nắng đủ ngày rồi mới đưa vào chế biến. ' +
  'Mỗi mẻ làm từ sáng sớm đến chiều, thử từng khâu trước khi đóng gói. Người làm là các hộ thành viên, chia việc theo mùa.';

/** Puts the products into one commune of the province with this code. */
async function inventBook(ownerUrl: string, files: FileStore, province: string): Promise<void> {
  const statement = await readFile(INVENTED, 'utf8');
  await withClient(ownerUrl, async (client) => {
    await client.query(statement, [FIRST, LAST]);
    const { rows } = await client.query<{ id: string }>(
      `update product p set story = $1, current_recognition = g.id, commune = c.commune, province = c.province
         from recognition g, (select v.unit as commune, v.parent as province from unit_version v join unit_version up on up.unit = v.parent
           where v.valid_to is null and up.valid_to is null and up.code = $2 order by v.code limit 1) c
        where g.product = p.id and g.certificate_number between 'GĐ-${FIRST}' and 'GĐ-${LAST}' returning p.id`,
      [`${STORY}\n${STORY}`, province],
    );
    const photograph = await camera();
    for (const [number, { id }] of rows.entries()) {
      const {
        id: file,
        sha256,
        size,
      } = await files.putOwn(await photograph(number), {
        ...({ kind: 'jpeg', type: 'image/jpeg', name: 'anh.jpg' } as const),
      });
      await client.query(
        `insert into file (id, sha256, size, type, name, attached) values ($1, $2, $3, 'image/jpeg', 'anh.jpg', true)`,
        [file, sha256, size],
      );
      await client.query('update product set picture = $1 where id = $2', [file, id]);
    }
  });
}

const SIZE = { width: 1600, height: 1200, channels: 3 } as const;

/** Photographs as a telephone takes them, half a megabyte each: one noise, tinted so that no two are alike. */
async function camera(): Promise<(number: number) => Promise<Buffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const;
  const raw = await sharp({ create: { ...SIZE, background: '#888', noise } })
    .raw()
    .toBuffer();
  return (number) =>
    sharp(raw, { raw: SIZE })
      .tint({ r: (number * 37) % 256, g: (number * 59) % 256, b: (number * 83) % 256 })
      .jpeg({ quality: 70 })
      .toBuffer();
}

/** Measures the command, from its start to the file. */
export async function measureHandbook(ownerUrl: string, dataDir: string): Promise<Measured[]> {
  const province = '96';
  await inventBook(ownerUrl, await openFileStore('file:files', dataDir), province);
  const out = join(dataDir, 'cam-nang.pdf');
  const words = ['bin/saolang.mjs', 'handbook', '--unit', province, '--as-of', DAY, '--out', out];
  const begun = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const measured = (performance.now() - begun) / 1000;
  console.log(`   ${stdout.trim()}`);
  if (!stdout.includes(`${LAST - FIRST + 1} sản phẩm`)) throw new Error(`not the whole book: ${stdout}`);
  return [
    {
      ...{ what: 'handbook of 300 products with photographs, by the command', measured, limit: 60 },
      ...({ sense: 'atMost', unit: ' s', absolute: true } as const),
    },
  ];
}
