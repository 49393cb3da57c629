/** Pictures of products, always re-encoded: whatever else a camera wrote into the file stays behind (S27). */
import { sql } from 'kysely';
import { byId } from '#platform/http/fields';
import { download, publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { recordFile } from './schema.ts';

interface KeptFile {
  readonly sha256: string;
  readonly type: string;
  readonly name: string;
  readonly pages: number | null;
  readonly size: number;
}

/** A picture of a product that stands in the public register, while it is one of its pictures. */
export const productPicture = publicDownload({
  name: 'product.picture',
  title: 'Ảnh sản phẩm',
  params: byId,
  async run(ctx, { id }) {
    const { rows } = await sql<KeptFile>`
      select f.sha256, f.type, f.name, f.pages, f.size from file f where f.id = ${id}::uuid and exists (
        select from product_fact p join product_search s on s.product = p.product and s.open
         where p.open ->> 'file' = ${id} and p.section = 'picture' and not p.undone
           and not exists (select from product_fact n where n.product = p.product and n.section = 'picture' and n.item = p.item and n.no > p.no and not n.undone))`.execute(
      ctx.db,
    );
    const [file] = rows;
    if (!file) throw notFound();
    const picture = await ctx.files.show(file, 1);
    return { name: 'anh-san-pham.webp', type: 'image/webp', body: picture, size: picture.length, inline: true };
  },
});

/** A picture or approved artwork of a record, for those who may read it; artwork in PDF as its first page. */
export const recordPicture = download({
  name: 'product.recordFile',
  title: 'Tệp trong hồ sơ sản phẩm',
  permission: 'product.readRecord',
  params: recordFile,
  subject: ({ id }) => id,
  async run(ctx, { id, file: wanted }) {
    const { rows } = await sql<KeptFile>`
      select f.sha256, f.type, f.name, f.pages, f.size from file f where f.id = ${wanted}::uuid
        and exists (select from product_fact p where p.product = ${id}::uuid and p.open ->> 'file' = ${wanted})`.execute(
      ctx.db,
    );
    const [file] = rows;
    if (!file) throw notFound();
    const picture = await ctx.files.show(file, 1);
    return { name: 'tep.webp', type: 'image/webp', body: picture, size: picture.length, inline: true };
  },
});
