import { filingWindow, windowState } from '#law/reevaluation';
import { page } from '#platform/http/page';
import { Button, EmptyState, formatDay, formatNumber, StarRow, StatusTag } from '#ui';
import { helpers, type OwnCertificate, type OwnProduct, ownProducts } from '../queries.ts';
import { paths } from '../urls.ts';
import { certificateTerm, LATE_WORDS } from '../words.ts';
import { Columns, HelpBox } from './parts.tsx';

/** The producer's certificates with what is left of each, and the way to the next dossier (U21). */
export const ownCertificatesPage = page({
  permission: 'dossier.start',
  shell: 'phone',
  async load(ctx) {
    const { producers } = ctx.actor;
    const [products, help] = await Promise.all([
      ownProducts(ctx.db, producers, ctx.day),
      helpers(ctx.db, producers, ctx.day),
    ]);
    return { products: products.filter(({ certificate }) => certificate !== null), help };
  },
  head: () => ({ title: 'Chứng nhận của tôi', here: paths.certificates }),
  view: ({ products, help }, ctx) => (
    <Columns aside={<HelpBox helpers={help} />}>
      <h1>Chứng nhận của tôi</h1>
      {products.length === 0 ? (
        <EmptyState print="lotus" title="Chưa có giấy chứng nhận" way={{ href: paths.start, words: 'Lập hồ sơ mới' }}>
          Sản phẩm đạt từ 3 sao được cấp giấy chứng nhận, dùng trong {certificateTerm(ctx.day)}.
        </EmptyState>
      ) : (
        <CertificateRows products={products} day={ctx.day} />
      )}
    </Columns>
  ),
});

/** Products with their certificate: star, state, days left, and what may be filed now. */
export function CertificateRows({ products, day }: { products: readonly OwnProduct[]; day: string }) {
  return (
    <ul class="stack">
      {products.map((product) => product.certificate && <Row key={product.id} {...product} day={day} />)}
    </ul>
  );
}

function Row({ id, name, certificate, openDossier, day }: OwnProduct & { day: string }) {
  if (certificate === null) return null;
  const { star, status, number, code, expiresOn } = certificate;
  const near = status.state === 'inForce' && expiresOn !== null && windowState(expiresOn, day) !== 'early';
  return (
    <li class="box stack-2">
      <div class="row between">
        <h2 class="text-lg">{name}</h2>
        {star !== null && <StarRow stars={star} />}
      </div>
      <p class="row tight">
        <StatusTag status={near ? 'certificate.expiring' : `certificate.${status.state}`} />
        <span>{leftWords(certificate)}</span>
      </p>
      {number && <p class="sm mut">Giấy chứng nhận số {number}</p>}
      <Prolonged certificate={certificate} day={day} />
      <div class="row">
        {code && (
          <Button small icon="qr" href={`/chung-nhan/${encodeURIComponent(code)}`}>
            Trang kiểm tra
          </Button>
        )}
        {openDossier === null && <Renewal product={id} certificate={certificate} day={day} />}
      </div>
    </li>
  );
}

function leftWords({ status, expiresOn, extension }: OwnCertificate): string {
  const last = status.state === 'extended' ? extension?.to : expiresOn;
  if (status.daysLeft !== null && last) return `Còn ${formatNumber(status.daysLeft)} ngày, đến ${formatDay(last)}`;
  return status.words.charAt(0).toLocaleUpperCase('vi') + status.words.slice(1);
}

/** "Được kéo dài theo Điều 12 khoản 3, từ … đến …, vì …" (R8.7). */
function Prolonged({ certificate: { id, extension }, day }: { certificate: OwnCertificate; day: string }) {
  if (extension === null) return null;
  const { from, to, reason } = extension;
  return (
    <p class="sm">
      Được kéo dài hiệu lực theo Điều 12 khoản 3{from && `, từ ngày ${formatDay(from)}`}{' '}
      {to < day ? 'đến hết ngày' : 'đến khi có kết quả, không quá ngày'} {formatDay(to)}
      {reason && `, vì ${reason}`}. <a href={`/giay-chung-nhan/${id}/keo-dai`}>Chi tiết</a>
    </p>
  );
}

/** What may be filed for a certificate, with the window of a re-evaluation in days (R8.1). */
function Renewal({ product, certificate, day }: { product: string; certificate: OwnCertificate; day: string }) {
  const { expiresOn, status, star } = certificate;
  const upgrade = status.valid && star !== 5 && (
    <Button small icon="up" href={`${paths.start}?product=${product}&kind=upgrade`}>
      Lập hồ sơ nâng hạng
    </Button>
  );
  const again = (
    <Button small icon="swap" href={`${paths.start}?product=${product}&kind=reEvaluation`}>
      Lập hồ sơ đánh giá lại
    </Button>
  );
  const early = expiresOn !== null && windowState(expiresOn, day) === 'early';
  return (
    <>
      {expiresOn !== null && <p class="sm grow basis-full">{windowWords(expiresOn, day)}</p>}
      {!early && again}
      {upgrade}
    </>
  );
}

function windowWords(expiresOn: string, day: string): string {
  const { opens, closes } = filingWindow(expiresOn, day);
  const span = `từ ngày ${formatDay(opens)} đến ngày ${formatDay(closes)}`;
  switch (windowState(expiresOn, day)) {
    case 'early':
      return `Nộp hồ sơ đánh giá lại ${span}.`;
    case 'open':
      return `Đang nhận hồ sơ đánh giá lại, ${span}.`;
    default:
      return `Khung nộp đánh giá lại ${span} đã qua. ${LATE_WORDS}`;
  }
}
