import { article26, basisText } from '#law/answers';
import { LEVEL_WORDS } from '#law/competence';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, formatDay, Icon } from '#ui';
import { type Revocable, type Revocation, revocable, revocationOf } from '../queries.ts';
import { GROUNDS } from '../schema.ts';
import { revocationPaths } from '../urls.ts';
import { LIST, thingWords } from './words.tsx';

interface Data {
  readonly found: Revocable;
  readonly decision: Revocation;
  /** Prints the decision in the form of the office. */
  readonly prints: boolean;
  readonly lists: boolean;
}

/** The decision that took a certificate back: ground, what it rests on, number, who signed, the signed file (Art. 8; R9.4). */
export const revocationPage = page({
  permission: 'certificate.print',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const found = await revocable(ctx.db, id);
    const decision = await revocationOf(ctx.db, id);
    if (!found || !decision) throw notFound('Không có quyết định thu hồi nào ghi ở đây cho giấy chứng nhận này.');
    const [prints, lists] = await Promise.all([ctx.may('recognition.revoke', id), ctx.may('certificate.list')]);
    return { found, decision, prints, lists };
  },
  head: ({ found }, ctx) => ({
    title: `Quyết định thu hồi giấy chứng nhận – ${found.product}`,
    here: ctx.actor.role === 'producer' ? '/cua-toi/chung-nhan' : LIST,
  }),
  view: ({ found, decision, prints, lists }) => (
    <div class="stack-5 max-w-[60rem]">
      <div>
        <p class="mb-1">
          <a class="crumb" href={lists ? `${LIST}?state=revoked` : '/cua-toi/chung-nhan'}>
            <Icon name="left" />
            {lists ? 'Giấy chứng nhận đã thu hồi' : 'Giấy chứng nhận'}
          </a>
        </p>
        <h1>Quyết định thu hồi giấy chứng nhận</h1>
        <p class="ink2">{thingWords(found)}</p>
      </div>
      <FactsList
        facts={[
          { term: 'Quyết định thu hồi', value: `Số ${decision.number}, ngày ${formatDay(decision.dated)}` },
          {
            term: 'Thẩm quyền',
            value: LEVEL_WORDS[decision.level].signatory,
            sub: basisText(article26('Điều 8 khoản 2')),
          },
          { term: 'Người ký', value: decision.signatory },
          {
            term: 'Căn cứ',
            value: GROUNDS[decision.ground] ?? decision.ground,
            sub: basisText(article26('Điều 8 khoản 1')),
          },
          {
            term: decision.ground === 'đ' ? 'Xác nhận' : 'Kết luận',
            value: `Số ${decision.proofNumber}, ngày ${formatDay(decision.proofDated)}`,
            sub: decision.proofBy,
          },
          found.number !== null && { term: 'Giấy chứng nhận', value: found.number },
          { term: 'Bản đã ký', value: <a href={`/tep/${decision.file}`}>Tải bản đã ký</a> },
        ]}
      />
      <div class="row tight">
        {found.code !== null && (
          <Button href={`/chung-nhan/${encodeURIComponent(found.code)}`} icon="qr">
            Trang kiểm tra giấy chứng nhận
          </Button>
        )}
        {prints &&
          (['docx', 'pdf'] as const).map((form) => (
            <Button key={form} href={`${revocationPaths.decision(found.id)}.${form}`} icon="paper" download>
              Quyết định ({form === 'docx' ? 'Word' : 'PDF'})
            </Button>
          ))}
      </div>
    </div>
  ),
});
