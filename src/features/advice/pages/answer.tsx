import { z } from 'zod';
import {
  advicePaths,
  adviceWork,
  citedPapers,
  dossierPath,
  getDossier,
  otherPapers,
  REQUEST_KINDS,
} from '#features/dossiers';
import { EVIDENCE } from '#law/dossier';
import { uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, FileField, Form, FormEnd, formatDay, Note, SelectField, TextArea, TextField } from '#ui';

/** The producer sends what the team asked for: from the wallet, or new; the commune may do it for it. */
export const answerPage = page({
  permission: 'dossier.answerRequest',
  params: z.object({ id: uuid(), request: uuid() }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id, request: wanted }) {
    const dossier = await getDossier(ctx.db, id);
    const request = (await adviceWork(ctx.db, id)).requests.find((one) => one.id === wanted);
    if (!request) throw notFound();
    if (request.answeredOn !== null) return redirect(dossierPath(id));
    const cited = await citedPapers(ctx.db, id);
    return {
      dossier,
      request,
      papers: [...cited, ...(await otherPapers(ctx.db, dossier.producer.id, id))],
      day: ctx.day,
    };
  },
  head: ({ dossier }, ctx) => ({
    title: 'Gửi giấy tờ Tổ tư vấn đề nghị',
    here: ctx.actor.role === 'producer' ? '/cua-toi' : '/ho-so',
    up: { href: dossierPath(dossier.id), words: 'Về hồ sơ' },
  }),
  view: ({ dossier, request, papers, day }, ctx) => (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Gửi giấy tờ Tổ tư vấn đề nghị</h1>
      </div>
      <Note kind={request.dueOn < day ? 'soon' : 'info'} title={`${REQUEST_KINDS[request.kind]}:`}>
        <span class="whitespace-pre-line">{request.what}</span>
        <p class="mt-2">
          {request.dueOn < day
            ? `Đã quá hạn ${formatDay(request.dueOn)}, vẫn gửi được.`
            : `Hạn gửi: ${formatDay(request.dueOn)}.`}
        </p>
      </Note>
      <Form
        action={advicePaths.answer(dossier.id, request.id)}
        state={ctx.form('dossier.answerRequest')}
        version={dossier.version}
        class="stack-5"
        files
      >
        <FileField
          name="file"
          label="Ảnh hoặc tệp giấy tờ mới"
          hint="PDF, JPEG, PNG, WebP, tối đa 20 MB. Giấy tờ vào kho của chủ thể."
          paper
          parts="evidence"
          optional
        />
        <TextField name="title" label="Tên giấy tờ mới" maxLength={300} optional="sometimes" />
        <SelectField
          name="kind"
          label="Loại giấy tờ mới"
          value={request.kind === 'test' ? 'E12' : 'E02'}
          choices={EVIDENCE.map((one) => ({ value: one.id, label: one.name }))}
        />
        {papers.length > 0 && (
          <Checkboxes
            name="papers"
            label="Giấy tờ đã có trong kho"
            optional
            choices={papers.map((one) => ({
              value: one.id,
              label: one.title,
              ...(one.number === null ? {} : { hint: `Số ${one.number}` }),
            }))}
          />
        )}
        <TextArea
          name="answer"
          label="Lời gửi Tổ tư vấn"
          hint="Chưa có giấy tờ thì ghi lý do và ngày sẽ có."
          rows={3}
          maxLength={2000}
          optional
        />
        <FormEnd>
          <Button kind="main" icon="send" busy="Đang gửi…">
            Gửi Tổ tư vấn
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
