import { z } from 'zod';
import { adviceLevelOf, advicePaths, authorWords, getDossier, mattersOf, partsOf, standing } from '#features/dossiers';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, formatDay, TextArea } from '#ui';
import { Frame } from './frame.tsx';
import { Earlier, PartShown } from './part-words.tsx';

/** A member's part as it was handed in, for those who read the team's report; the office may give it back. */
export const memberPartPage = page({
  permission: 'advice.print',
  params: z.object({ id: uuid(), member: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, member }) {
    const dossier = await getDossier(ctx.db, id);
    const part = (await partsOf(ctx.db, dossier)).find((one) => one.member === member);
    if (!part || part.handed.length === 0) throw notFound('Thành viên này chưa nộp phần thẩm tra.');
    const [matters, mayGiveBack] = await Promise.all([mattersOf(dossier), ctx.may('dossier.giveBackPart', id)]);
    return { dossier, part, now: standing(part), matters, mayGiveBack, level: adviceLevelOf(dossier) };
  },
  head: ({ dossier, part }) => ({ title: `Phần thẩm tra của ${part.name} – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, part, now, matters, mayGiveBack }, ctx) => (
    <Frame dossier={dossier} title={`Phần thẩm tra của ${part.name}`} lead={authorWords(part)} toDesk={mayGiveBack}>
      {now && (
        <section class="stack" aria-labelledby="da-nop">
          <h2 class="text-lg" id="da-nop">
            Nộp ngày {formatDay(now.handedOn)}
          </h2>
          <PartShown words={now} matters={matters} />
        </section>
      )}
      {now && mayGiveBack && (
        <details class="box" open={ctx.form('dossier.giveBackPart').errors.length > 0}>
          <summary class="line">Trả lại để sửa</summary>
          <Form
            action={advicePaths.memberPart(dossier.id, part.member)}
            state={ctx.form('dossier.giveBackPart')}
            version={dossier.version}
            class="stack-4"
          >
            <TextArea name="reason" label="Điều cần sửa" rows={3} maxLength={1000} />
            <FormEnd>
              <Button>Trả lại phần này</Button>
            </FormEnd>
          </Form>
        </details>
      )}
      <Earlier handed={part.handed} matters={matters} />
    </Frame>
  ),
});
