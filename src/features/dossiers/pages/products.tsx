import { yearPaths } from '#features/product-years';
import { productRecordPath } from '#features/registry';
import { page } from '#platform/http/page';
import { Button, EmptyState, Icon, Plane, planeOf, printOfSet, StarRow, StatusTag } from '#ui';
import { helpers, type OwnProduct, ownProducts } from '../queries.ts';
import { adviserPath, dossierPath, paths } from '../urls.ts';
import { Columns, HelpBox } from './parts.tsx';

/** The producer's products: certificate, open dossier, and what can be begun with each. */
export const ownProductsPage = page({
  permission: 'dossier.start',
  shell: 'phone',
  async load(ctx) {
    const { producers } = ctx.actor;
    const [products, help] = await Promise.all([
      ownProducts(ctx.db, producers, ctx.day),
      helpers(ctx.db, producers, ctx.day),
    ]);
    return { products, help };
  },
  head: () => ({ title: 'Sản phẩm của tôi', here: paths.products }),
  view: ({ products, help }) => (
    <Columns aside={<HelpBox helpers={help} />}>
      <div class="row between">
        <h1>Sản phẩm của tôi</h1>
        <div class="row tight">
          <Button icon="paper" href={paths.wallet}>
            Kho giấy tờ
          </Button>
          <Button icon="table" href={yearPaths.list}>
            Số liệu năm
          </Button>
          <Button icon="sun" href="/y-tuong">
            Ý tưởng
          </Button>
          <Button icon="plus" href={`${paths.start}?product=new`}>
            Sản phẩm mới
          </Button>
        </div>
      </div>
      {products.length === 0 ? (
        <EmptyState title="Chưa có sản phẩm nào" way={{ href: paths.start, words: 'Lập hồ sơ mới' }}>
          Sản phẩm được ghi vào sổ khi bạn lập hồ sơ đầu tiên.
        </EmptyState>
      ) : (
        <ul class="stack">
          {products.map((product) => (
            <ProductRow key={product.id} {...product} />
          ))}
        </ul>
      )}
    </Columns>
  ),
});

function ProductRow({ id, name, productSet, certificate, openDossier, scoredDossier }: OwnProduct) {
  const number = productSet?.startsWith('26-2026/') ? Number(productSet.slice('26-2026/'.length)) : null;
  return (
    <li class="box row items-start">
      <Plane print={printOfSet(number)} color={planeOf(id)} size="s6" />
      <div class="grow stack-2">
        <h2 class="text-lg">{certificate ? <a href={`/san-pham/${id}`}>{name}</a> : name}</h2>
        <p class="row tight">
          {certificate?.star && <StarRow stars={certificate.star} />}
          {certificate ? (
            <StatusTag status={`certificate.${certificate.status.state}`} />
          ) : (
            <span class="sm mut">Chưa được công nhận</span>
          )}
        </p>
        {openDossier ? (
          <p class="sm">
            <a class="row tight line" href={dossierPath(openDossier.id)}>
              <Icon name="paper" />
              Mở hồ sơ đang làm
            </a>
          </p>
        ) : (
          <div>
            <Button small icon="plus" href={`${paths.start}?product=${id}`}>
              Lập hồ sơ
            </Button>
          </div>
        )}
        <p class="sm">
          <a class="row tight line" href={productRecordPath(id)}>
            <Icon name="pen" />
            Hồ sơ sản phẩm: ảnh, câu chuyện, nhãn, mã vạch
          </a>
        </p>
        {scoredDossier && (
          <p class="sm">
            <a class="row tight line" href={adviserPath(scoredDossier)}>
              <Icon name="award" />
              Còn thiếu gì để lên sao?
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
