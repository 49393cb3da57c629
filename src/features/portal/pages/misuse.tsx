import { publicPage } from '#platform/http/page';
import { Button, Note } from '#ui';
import { certificatesUrl, misuseUrl, rulesUrl, twinOf } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Section } from './parts.tsx';

/** How to report a product that bears stars it has no right to: what to note, and whom to tell (U40). */
export const misusePage = publicPage({
  shell: 'public',
  async load() {
    return null;
  },
  head: (_data, ctx) => {
    const twin = twinOf(misuseUrl(ctx.lang));
    return ctx.lang === 'en'
      ? { title: 'Report wrong use of stars', description: 'What to note and whom to tell.', twin }
      : {
          title: 'Báo sản phẩm dùng sai sao',
          description: 'Cần ghi lại gì và báo cho ai khi thấy sản phẩm dùng sai sao OCOP.',
          twin,
        };
  },
  view: (_data, ctx) => <Misuse lang={ctx.lang} />,
});

function Misuse({ lang }: { lang: Lang }) {
  const en = lang === 'en';
  const list = (items: readonly string[]) => (
    <ol class="list-decimal stack-2 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  );
  return (
    <div class="page read stack pt-6 pb-12">
      <h1>{en ? 'Report wrong use of stars' : 'Báo sản phẩm dùng sai sao'}</h1>
      <p class="story">
        {en
          ? 'OCOP stars may be used only for a product that is recognised, with the same number of stars, and only while its certificate is valid.'
          : 'Chỉ sản phẩm đã được công nhận, đúng hạng sao và còn hạn mới được dùng sao OCOP.'}
      </p>
      <Section title={en ? 'First, check the code' : 'Trước hết, kiểm tra mã'}>
        <p>
          {en
            ? 'Type the code on the label. Goods on the shelf may carry a label printed while the certificate was valid.'
            : 'Gõ mã in trên tem. Hàng còn trên kệ có thể được in tem khi chứng nhận còn hiệu lực.'}
        </p>
        <p class="pt-4">
          <Button href={certificatesUrl(lang)} icon="qr" kind="main">
            {en ? 'Check a certificate' : 'Kiểm tra chứng nhận'}
          </Button>
        </p>
      </Section>
      <Section title={en ? 'What counts as wrong use' : 'Thế nào là dùng sai'}>
        {list(
          en
            ? [
                'Stars on a product that was never recognised',
                'Stars after expiry or revocation',
                'More stars than recognised',
                'Stars of one product on another',
                'A changed design of the mark',
              ]
            : [
                'Gắn sao cho sản phẩm chưa được công nhận',
                'Gắn sao sau khi hết hạn hoặc bị thu hồi',
                'Gắn nhiều sao hơn hạng được công nhận',
                'Dùng sao của sản phẩm này cho sản phẩm khác',
                'Sửa hình của nhãn hiệu',
              ],
        )}
      </Section>
      <Section title={en ? 'Note these in one minute' : 'Ghi lại trong một phút'}>
        {list(
          en
            ? [
                'A picture of the whole label, with the code',
                'Where and when you saw it',
                'The name of the seller, if you know it',
              ]
            : ['Ảnh chụp cả nhãn, thấy rõ mã', 'Nơi bán và ngày bạn thấy', 'Tên người bán, nếu biết'],
        )}
      </Section>
      <Section title={en ? 'Whom to tell' : 'Báo cho ai'}>
        {list(
          en
            ? [
                'The commune People’s Committee where the product is made or sold',
                'The provincial OCOP office',
                'The market surveillance force of the province',
              ]
            : [
                'UBND cấp xã nơi sản xuất hoặc nơi bán',
                'Cơ quan tham mưu quản lý OCOP cấp tỉnh',
                'Lực lượng quản lý thị trường của tỉnh',
              ],
        )}
        <Note>
          {en
            ? 'You need no account. Keep the package until you have an answer.'
            : 'Không cần tài khoản. Giữ lại bao bì cho đến khi có trả lời.'}
        </Note>
        <p class="sm pt-4">
          <a href={rulesUrl(lang)}>{en ? 'Rules in force' : 'Quy định đang áp dụng'}</a>
        </p>
      </Section>
    </div>
  );
}
