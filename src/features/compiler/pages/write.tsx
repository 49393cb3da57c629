import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, Form, FormEnd, SavedMark, TextArea } from '#ui';
import { isWritable } from '../acts.ts';
import { getReport } from '../queries.ts';
import { LONGEST_PARAGRAPH } from '../schema.ts';
import { reportPaths } from '../urls.ts';

/** The free paragraphs of a report, saved by themselves. */
export const writePage = page({
  permission: 'report.write',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const report = await getReport(ctx.db, id);
    return isWritable(report) ? { report } : redirect(reportPaths.one(id));
  },
  head: ({ report }) => ({
    title: `Soạn: ${report.title}`,
    here: reportPaths.list,
    up: { href: reportPaths.one(report.id), words: report.title },
  }),
  view: ({ report }, ctx) => (
    <div class="max-w-[52rem] stack-5">
      <div class="row between">
        <h1>Soạn phần viết</h1>
        <SavedMark />
      </div>
      <p class="ink2">
        {report.title}, {report.unitName}. Số liệu tính được đã có sẵn trong báo cáo, không phải gõ lại. Số gõ ở đây
        được so với số tính được khi xem báo cáo.
      </p>
      <Form
        action={reportPaths.write(report.id)}
        state={ctx.form('report.write')}
        version={report.draftVersion}
        island="autosave"
        class="stack-5"
      >
        {report.content.sections.map(({ heading, blocks }) => {
          const free = blocks.filter((one) => one.kind === 'free');
          return (
            free.length > 0 && (
              <section key={heading} class="stack">
                <h2>{heading}</h2>
                {free.map(({ id, label, hint, required }) => (
                  <TextArea
                    key={id}
                    name={`paragraphs.${id}`}
                    label={label}
                    hint={hint}
                    value={report.paragraphs[id]}
                    rows={5}
                    maxLength={LONGEST_PARAGRAPH}
                    optional={required ? 'sometimes' : true}
                  />
                ))}
              </section>
            )
          );
        })}
        <FormEnd>
          <Button kind="main">Lưu, xem báo cáo</Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
