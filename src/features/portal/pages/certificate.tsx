import { z } from 'zod';
import { actCited, actPaths, type CitedAct } from '#features/legal-acts';
import { logoOn } from '#features/logo';
import { publicPage } from '#platform/http/page';
import { Button, type Fact, FactsList, formatMoment, type Logo, LogoPlate, Note, Plane, planeOf, Verdict } from '#ui';
import { type StarMeaning, starMeanings } from '../bands.ts';
import type { CertificateRow } from '../certificate-row.ts';
import {
  decisionWords,
  expiresWords,
  extensionWords,
  issuedWords,
  returnWords,
  type Verdict as Said,
  verdictOf,
} from '../certificate-words.ts';
import { readProduct } from '../detail.ts';
import { type Found, findCertificate } from '../lookup.ts';
import { printOf } from '../print.ts';
import { certificateUrl, misuseUrl, productUrl, twinOf } from '../urls.ts';
import { type Lang, sentence, sourceDate } from '../words.ts';
import { Help } from './certificate-help.tsx';
import { Unknown } from './certificate-unknown.tsx';
import { CodeForm, InventedMark, Section } from './parts.tsx';
import { CertificateTag } from './product.tsx';
import { StarWords } from './star-words.tsx';

interface Shown {
  found: Found;
  place: string | null;
  print: { name: string; set: string | null; sector: string | null };
  invented: boolean;
  logo: Logo | null;
  /** The decision, where the register of acts has it and shows it to everybody. */
  cited: CitedAct | null;
}
interface Data {
  code: string;
  shown: Shown | null;
  meanings: StarMeaning[];
}

const MAX_CODE = 100;

/** What a code is worth today, in the first screen of a phone, without JavaScript. An unknown code says so and answers 404. */
export const certificatePage = publicPage({
  params: z.object({ code: z.string().min(1).max(MAX_CODE) }),
  shell: 'public',
  async load(ctx, { code }): Promise<Data> {
    const [found, meanings] = await Promise.all([findCertificate(ctx.db, code, ctx.day), starMeanings(ctx.day)]);
    if (found === null) return { code, shown: null, meanings };
    const { decision, issuedEarliest, issuedLatest } = found.shown;
    const dated = issuedEarliest === issuedLatest ? issuedEarliest : null;
    const [product, logo, act] = await Promise.all([
      readProduct(ctx.db, found.shown.productId, ctx.day),
      ctx.kept('logo', () => logoOn(ctx.db, ctx.day)),
      actCited(ctx.db, decision, dated, ctx.day),
    ]);
    const cited = act?.open ? act : null;
    const print = { name: found.shown.product, set: product?.set ?? null, sector: product?.sector ?? null };
    return {
      code,
      meanings,
      shown: { found, place: product?.place ?? null, print, invented: product?.invented ?? false, logo, cited },
    };
  },
  head: ({ code, shown }, ctx) => {
    const en = ctx.lang === 'en';
    const twin = twinOf(certificateUrl(code, ctx.lang));
    if (shown === null)
      return { title: en ? 'No such code' : 'Không có mã này trong sổ', noindex: true, status: 404, twin };
    const row = shown.found.shown;
    const { line } = verdictOf(row, ctx.day, ctx.lang);
    return { title: en ? `Certificate: ${row.product}` : `Chứng nhận: ${row.product}`, description: line, twin };
  },
  view: ({ code, shown, meanings }, ctx) =>
    shown === null ? (
      <Unknown code={code} meanings={meanings} lang={ctx.lang} now={ctx.now} />
    ) : (
      <Answer shown={shown} meanings={meanings} lang={ctx.lang} day={ctx.day} now={ctx.now} />
    ),
});

function Answer({
  shown: { found, place, print, invented, logo, cited },
  meanings,
  lang,
  day,
  now,
}: {
  shown: Shown;
  meanings: StarMeaning[];
  lang: Lang;
  day: string;
  now: Date;
}) {
  const en = lang === 'en';
  const row = found.shown;
  const verdict = verdictOf(row, day, lang);
  const stands = verdict.state === 'valid' || verdict.state === 'expiring' || verdict.state === 'extended';
  const stopped = verdict.state === 'revoked' || verdict.state === 'annulled';
  return (
    <>
      <Verdict state={verdict.state} lang={lang}>
        {verdict.line}
      </Verdict>
      <div class="page cert stack-5 pt-5 pb-12">
        <div class="what">
          <Plane print={printOf(print)} color={planeOf(row.productId)} />
          <div>
            <h2 class="text-2xl" lang="vi">
              {row.product}
            </h2>
            {row.producer && (
              <p class="ink2" lang="vi">
                {row.producer}
              </p>
            )}
            <div class="row tight">
              <StarWords row={row} stands={stands} lang={lang} />
              {invented && <InventedMark lang={lang} />}
            </div>
          </div>
        </div>
        {stands && logo && <LogoPlate logo={logo} lang={lang} />}
        <FactsList facts={factsOf(row, { place, cited }, lang, verdict, day)} />
        {stopped && (
          <Note kind="stop" title={en ? 'Still sold with stars?' : 'Thấy sản phẩm này còn gắn sao?'}>
            {en ? 'Take a picture of the label and tell the authority.' : 'Chụp nhãn và báo cho cơ quan quản lý.'}
          </Note>
        )}
        {verdict.state === 'expired' && (
          <Note>
            {en
              ? 'Goods on the shelf may carry a label printed while the certificate was valid.'
              : 'Có thể hàng còn trên kệ được in tem khi chứng nhận còn hiệu lực.'}
          </Note>
        )}
        <div class="row">
          <Button href={misuseUrl(lang, row.code)} icon="flag" kind={stands ? 'plain' : 'main'}>
            {en ? 'Report wrong use of stars' : 'Báo dùng sai sao'}
          </Button>
          <Button kind="bare" href={productUrl(row.productId, lang)}>
            {en ? 'Product page' : 'Xem trang sản phẩm'}
          </Button>
        </div>
        <Others rows={found.others} lang={lang} day={day} />
        <div class="noprint">
          <CodeForm lang={lang} />
        </div>
        <p class="sm mut">
          {en
            ? `Checked at ${formatMoment(now).replace('ngày', 'on')}, from the register itself.`
            : `Kiểm tra lúc ${formatMoment(now)}. Kết quả lấy trực tiếp từ sổ chứng nhận.`}
        </p>
        <Help meanings={meanings} lang={lang} />
      </div>
    </>
  );
}

function factsOf(
  row: CertificateRow,
  { place, cited }: Pick<Shown, 'place' | 'cited'>,
  lang: Lang,
  verdict: Said,
  day: string,
): (Fact | false)[] {
  const en = lang === 'en';
  const decision = decisionWords(row, lang);
  const expires = expiresWords(row);
  const extension = extensionWords(row, day, lang);
  const returned = returnWords(row, lang);
  const ended = row.life === 'revoked' || row.life === 'annulled';
  const end = [row.end.decision, row.end.date === null ? null : sourceDate(row.end.date, lang)]
    .filter(Boolean)
    .join(', ');
  return [
    {
      term: row.number === null ? (en ? 'Look-up code' : 'Mã tra cứu') : en ? 'Number' : 'Số chứng nhận',
      value: <b class="num">{row.code}</b>,
      sub:
        row.number === null &&
        (en ? 'Of this register; older papers do not bear it' : 'Mã của sổ này, giấy cũ không in'),
    },
    row.productCode !== null && {
      term: en ? 'Product code' : 'Mã sản phẩm',
      value: <span class="num">{row.productCode}</span>,
    },
    ended && end !== '' && { term: en ? 'Ended by' : 'Quyết định thu hồi', value: end },
    ended &&
      row.end.reason !== null && {
        term: en ? 'Reason' : 'Lý do',
        value: <span lang="vi">{sentence(row.end.reason)}</span>,
      },
    ended &&
      row.end.issuer !== null && {
        term: en ? 'By' : 'Cơ quan thu hồi',
        value: <span lang="vi">{row.end.issuer}</span>,
      },
    verdict.state === 'superseded' &&
      row.supersededBy !== null && {
        term: en ? 'Replaced by' : 'Thay bằng',
        value: (
          <a href={certificateUrl(row.supersededBy, lang)}>{en ? 'The newer certificate' : 'Giấy chứng nhận mới'}</a>
        ),
      },
    returned !== null &&
      row.withdrawn !== null && {
        term: en ? 'In the register again' : 'Trở lại trong sổ',
        value: returned,
        sub: (
          <a href={certificateUrl(row.withdrawn.code, lang)}>
            {en ? 'The withdrawn certificate' : 'Giấy chứng nhận đã bị thu hồi'}
          </a>
        ),
      },
    decision !== null && {
      term: en ? 'Decision' : 'Quyết định',
      // An old decision is no doubt about a certificate: here the act is led to, without a warning.
      value: cited ? <a href={actPaths.openOne(cited.id)}>{decision}</a> : decision,
    },
    decision === null && !ended && { term: en ? 'Issued' : 'Ngày cấp', value: issuedWords(row, lang) },
    expires !== null && { term: en ? 'Ends' : 'Hết hạn', value: expires },
    extension !== null && {
      term: en ? 'Prolonged' : 'Được kéo dài',
      value: extension,
      sub: row.extensionReason !== null && <span lang="vi">Vì {row.extensionReason}</span>,
    },
    place !== null && { term: en ? 'Place' : 'Nơi sản xuất', value: <span lang="vi">{place}</span> },
    row.issuer !== null && { term: en ? 'Issued by' : 'Cơ quan cấp', value: <span lang="vi">{row.issuer}</span> },
  ];
}

function Others({ rows, lang, day }: { rows: readonly CertificateRow[]; lang: Lang; day: string }) {
  if (rows.length === 0) return null;
  return (
    <Section title={lang === 'en' ? 'Other certificates of this product' : 'Giấy chứng nhận khác của sản phẩm này'}>
      <ul class="lines">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={certificateUrl(row.checkCode ?? row.id, lang)}>
              <span class="grow">
                <span class="nm block">
                  {[
                    row.star === null ? null : lang === 'en' ? `${row.star} stars` : `${row.star} sao`,
                    issuedWords(row, lang),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                <span class="sm ink2 block">{decisionWords(row, lang) ?? row.issuer}</span>
              </span>
              <CertificateTag row={row} day={day} lang={lang} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
