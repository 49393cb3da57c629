import type { Kysely } from 'kysely';
import { actPaths, actsOfRecognitions } from '#features/legal-acts';
import type { DB } from '#platform/db/schema.generated';
import { Note, type Step, Timeline } from '#ui';
import { expiresWords, extensionWords, issuedWords, returnWords, verdictOf } from '../certificate-words.ts';
import type { ProductDetail } from '../detail.ts';
import { certificateUrl, misuseUrl, rulesUrl } from '../urls.ts';
import { type Lang, listedSentence, sentence } from '../words.ts';

const lowerFirst = (words: string) => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);

/** Addresses of the acts everybody may read, by recognition. */
export type OpenActs = ReadonlyMap<string, string>;

export async function openActsOf(db: Kysely<DB>, product: ProductDetail, day: string): Promise<OpenActs> {
  const acts = await actsOfRecognitions(db, product.certificates, day);
  return new Map([...acts].flatMap(([id, act]) => (act.open ? [[id, actPaths.openOne(act.id)] as const] : [])));
}

interface HistoryProps {
  readonly product: ProductDetail;
  readonly openActs: OpenActs;
  readonly lang: Lang;
  readonly day: string;
}

/** The recognitions of a product, what lists say of it, and the ways to object. */
export function History({ product, openActs, lang, day }: HistoryProps) {
  const english = lang === 'en';
  const steps = product.certificates.map((row): Step => {
    const verdict = verdictOf(row, day, lang);
    const star = row.star === null ? '' : english ? `, ${row.star} stars` : `, ${row.star} sao`;
    const renamed =
      row.product !== product.name ? (english ? ` under the name ${row.product}` : ` với tên ${row.product}`) : '';
    const gone = row.life === 'revoked' || row.life === 'annulled';
    const expires = expiresWords(row);
    const extended = extensionWords(row, day, lang);
    const returned = returnWords(row, lang);
    const act = [row.issuer, row.decision].filter(Boolean).join(', ');
    const decided = openActs.get(row.id);
    const ends = gone
      ? sentence(verdict.status.words)
      : expires && (/^\d/.test(expires) ? `${english ? 'Ends' : 'Hết hạn'} ${expires}` : expires);
    return {
      state: gone ? 'stop' : 'done',
      what: `${english ? 'Recognised' : 'Công nhận'}${star}${renamed}: ${issuedWords(row, lang)}`,
      when: act || undefined,
      note: (
        <>
          {ends && `${ends}. `}
          {extended && `${english ? 'Prolonged' : 'Được kéo dài'} ${lowerFirst(extended)}. `}
          {returned && `${english ? 'In the register again' : 'Trở lại trong sổ'} ${lowerFirst(returned)}. `}
          <a href={certificateUrl(row.checkCode ?? row.id, lang)}>{english ? 'Certificate' : 'Xem chứng nhận'}</a>
          {decided && (
            <>
              {' · '}
              <a href={decided}>{english ? 'The decision' : 'Xem quyết định'}</a>
            </>
          )}
        </>
      ),
    };
  });
  return (
    <section class="sec">
      <div class="sechd">
        <h2>{english ? 'Recognitions' : 'Các lần công nhận'}</h2>
      </div>
      {steps.length > 0 ? (
        <Timeline steps={steps} />
      ) : (
        <p class="mut">{english ? 'None in the data.' : 'Chưa có lần nào trong dữ liệu.'}</p>
      )}
      {product.listed.length > 0 && (
        <div class="pt-4">
          <Note title={english ? 'Also named by public lists.' : 'Có tên trong danh sách công bố.'}>
            <ul class="stack-2">
              {product.listed.map((row) => (
                <li key={row.title}>{listedSentence(row, lang)}</li>
              ))}
            </ul>
            <p class="sm">{english ? 'This is not a recognition.' : 'Đó không phải là quyết định công nhận.'}</p>
          </Note>
        </div>
      )}
      <p class="sm pt-4">
        <a href={misuseUrl(lang, product.id)}>
          {english ? 'Report wrong data or wrong use of stars' : 'Báo thông tin sai hoặc dùng sai sao'}
        </a>
      </p>
      <p class="sm">
        <a href={rulesUrl(lang)}>{english ? 'Rules in force' : 'Quy định đang áp dụng'}</a>
      </p>
    </section>
  );
}
