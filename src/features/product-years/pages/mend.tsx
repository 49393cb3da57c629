import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, Note, TextArea } from '#ui';
import { YearFields } from '../parts.tsx';
import { productYear } from '../queries.ts';
import { yearPaths } from '../urls.ts';

/** Tells a year anew, beginning with what was told last. */
export const mendYearPage = page({
  permission: 'productYear.mend',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  load: async (ctx, { id }) => productYear(ctx.db, id),
  head: ({ product, year, id }, ctx) => ({
    title: `Sửa số liệu năm ${year} – ${product.name}`,
    up: { href: yearPaths.one(id), words: `Số liệu năm ${year}` },
    here: ctx.actor.role === 'producer' ? '/cua-toi/san-pham' : '/so-san-pham',
  }),
  view: ({ id, year, state, version, versions, product }, ctx) => {
    const [newest] = versions;
    return (
      <div class="form stack-5">
        <h1>Sửa số liệu năm {year}</h1>
        <p class="ink2">{product.name}</p>
        {state === 'accepted' && (
          <Note kind="info" title="Xã đã nhận số liệu này.">
            Số cũ vẫn được tính cho đến khi xã nhận số mới.
          </Note>
        )}
        <Form action={yearPaths.mend(id)} state={ctx.form('productYear.mend')} version={version} class="stack-5">
          {newest && <YearFields value={newest} />}
          <TextArea name="reason" label="Lý do sửa" rows={2} optional={state === 'accepted' ? undefined : true} />
          <FormEnd>
            <Button kind="main">Gửi xã xem</Button>
            <Button kind="bare" href={yearPaths.one(id)}>
              Không, quay về
            </Button>
          </FormEnd>
        </Form>
      </div>
    );
  },
});
