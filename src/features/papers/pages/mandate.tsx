import { MANDATED_PAPERS, type MandatedPaper } from '#law/mandate';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  Checkboxes,
  DateField,
  FactsList,
  FileField,
  Form,
  FormEnd,
  formatDay,
  SelectField,
  TextArea,
  TextField,
} from '#ui';
import { findMandate } from '../queries.ts';
import { mandatedCapacities } from '../schema.ts';
import { paperPaths } from '../urls.ts';
import { termWords } from '../words.ts';

const up = { href: paperPaths.mandates, words: 'Giao ký' };
const choicesOf = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

/** Records who may sign in whose name. */
export const newMandatePage = page({
  permission: 'mandate.grant',
  shell: 'desk',
  load: async () => ({}),
  head: () => ({ title: 'Ghi văn bản giao ký', here: '/quyet-dinh', up }),
  view: (_data, ctx) => (
    <div class="form stack-5">
      <h1>Ghi văn bản giao ký</h1>
      <Form action={paperPaths.newMandate} state={ctx.form('mandate.grant')} files class="stack-5">
        <TextField name="person" label="Người được giao ký" />
        <TextField
          name="position"
          label="Chức vụ in dưới thẩm quyền ký"
          hint="Ví dụ: Phó Chủ tịch; Giám đốc Sở Nông nghiệp và Môi trường"
        />
        <SelectField
          name="capacity"
          label="Thẩm quyền ký"
          empty="Chọn thẩm quyền ký"
          choices={choicesOf(mandatedCapacities)}
        />
        <Checkboxes name="covers" label="Loại văn bản được ký" choices={choicesOf(MANDATED_PAPERS)} />
        <TextField name="act" label="Số văn bản giao ký" hint="Ví dụ: 15/QĐ-UBND" width="mid" />
        <DateField name="actDate" label="Ngày văn bản giao ký" />
        <DateField name="from" label="Có hiệu lực từ ngày" />
        <DateField
          name="to"
          label="Ngày cuối cùng có hiệu lực"
          hint="Bắt buộc với ủy quyền (TUQ.)"
          optional="sometimes"
        />
        <FileField
          name="file"
          label="Bản văn bản giao ký"
          hint="PDF hoặc ảnh, tối đa 20 MB."
          paper
          parts="evidence"
          optional
        />
        <FormEnd>
          <Button kind="main">Ghi văn bản giao ký</Button>
          <Button kind="bare" href={paperPaths.mandates}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

/** One mandate: what it says, and its end before its time. */
export const mandatePage = page({
  permission: 'mandate.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const mandate = await findMandate(ctx.db, id);
    if (!mandate) throw notFound();
    return { mandate, mayEnd: mandate.state === 'inForce' && (await ctx.may('mandate.end', id)) };
  },
  head: ({ mandate }) => ({ title: `Giao ký: ${mandate.person}`, here: '/quyet-dinh', up }),
  view: ({ mandate, mayEnd }, ctx) => (
    <div class="stack-7">
      <h1>{mandate.person}</h1>
      <FactsList
        facts={[
          { term: 'Chức vụ', value: mandate.position },
          { term: 'Thẩm quyền ký', value: mandatedCapacities[mandate.capacity] },
          {
            term: 'Loại văn bản được ký',
            value: mandate.covers.map((one) => MANDATED_PAPERS[one as MandatedPaper]).join('; '),
          },
          { term: 'Văn bản giao ký', value: `${mandate.act}, ngày ${formatDay(mandate.actDate)}` },
          { term: 'Thời hạn', value: termWords(mandate) },
          mandate.endedFor !== null && { term: 'Lý do chấm dứt', value: mandate.endedFor },
          mandate.file !== null && {
            term: 'Bản đã ký',
            value: <a href={`/tep/${mandate.file}`}>Tải văn bản giao ký</a>,
          },
        ]}
      />
      {mayEnd && (
        <details>
          <summary>Chấm dứt giao ký</summary>
          <Form
            action={`${paperPaths.mandate(mandate.id)}/cham-dut`}
            state={ctx.form('mandate.end')}
            version={mandate.version}
            class="stack-4 mt-4"
          >
            <DateField name="lastDay" label="Ngày cuối cùng có hiệu lực" />
            <TextArea name="reason" label="Lý do chấm dứt" rows={2} />
            <Button kind="stop">Chấm dứt giao ký</Button>
          </Form>
        </details>
      )}
    </div>
  ),
});
