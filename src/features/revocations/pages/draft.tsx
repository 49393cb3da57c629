import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, Form, FormEnd, formatDay, Icon, Note, Radios, TextField } from '#ui';
import { revocable } from '../queries.ts';
import { type DraftWish, draftWish, GROUNDS } from '../schema.ts';
import { revocationPaths } from '../urls.ts';
import { LIST, thingWords } from './words.tsx';

/** The draft of the decision that takes a certificate back: its ground and proof chosen, then taken as Word or PDF (Art. 8.3). */
export const revocationDraftPage = page({
  permission: 'recognition.revoke',
  params: byId,
  query: draftWish,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, wish) {
    const found = await revocable(ctx.db, id);
    if (!found) throw notFound();
    if (found.state !== 'inForce') throw notFound('Giấy chứng nhận này không còn để thu hồi.');
    return { found, wish };
  },
  head: ({ found }) => ({ title: `Dự thảo quyết định thu hồi – ${found.product}`, here: LIST }),
  view: ({ found, wish }) => (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="mb-1">
          <a class="crumb" href={revocationPaths.revoke(found.id)}>
            <Icon name="left" />
            Thu hồi giấy chứng nhận
          </a>
        </p>
        <h1>Dự thảo quyết định thu hồi</h1>
        <p class="ink2">{thingWords(found)}</p>
      </div>
      {wish.ground !== undefined && (
        <Note kind="good" title="Dự thảo đã có căn cứ và kết luận ghi dưới đây.">
          <span class="row tight mt-2">
            {(['docx', 'pdf'] as const).map((form) => (
              <Button key={form} href={paperPath(found.id, form, wish)} icon="paper" download>
                Dự thảo ({form === 'docx' ? 'Word' : 'PDF'})
              </Button>
            ))}
          </span>
        </Note>
      )}
      <Form action={revocationPaths.draft(found.id)} method="get" class="stack-4" label="Soạn dự thảo">
        <Radios
          name="ground"
          label="Căn cứ thu hồi (khoản 1 Điều 8)"
          look="plain"
          value={wish.ground}
          choices={Object.entries(GROUNDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="proofNumber"
          label="Số kết luận hoặc xác nhận"
          value={wish.proofNumber}
          width="mid"
          maxLength={100}
          optional
        />
        <DateField
          name="proofDated"
          label="Ngày kết luận hoặc xác nhận"
          value={wish.proofDated && formatDay(wish.proofDated)}
          optional
        />
        <TextField
          name="proofBy"
          label="Cơ quan kết luận hoặc xác nhận"
          value={wish.proofBy}
          maxLength={200}
          optional
        />
        <FormEnd>
          <Button kind={wish.ground === undefined ? 'main' : 'plain'}>Soạn dự thảo</Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

/** The paper with what was chosen. */
function paperPath(id: string, form: 'docx' | 'pdf', wish: DraftWish): string {
  const known = Object.entries(wish).filter((one): one is [string, string] => typeof one[1] === 'string');
  return `${revocationPaths.decision(id)}.${form}?${new URLSearchParams(known)}`;
}
