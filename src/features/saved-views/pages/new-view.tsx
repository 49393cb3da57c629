import { z } from 'zod';
import { page, redirect } from '#platform/http/page';
import { Button, Form, FormEnd, TextField } from '#ui';
import { filtersOf, LISTS, listName } from '../schema.ts';
import { openPath, viewPaths } from '../urls.ts';

const query = z.object({
  list: listName.catch('dossiers').default('dossiers'),
  query: z.string().max(1000).catch('').default(''),
});

/** Asks the name of the filters that stand in the address. */
export const newViewPage = page({
  permission: 'view.save',
  query,
  shell: 'desk',
  async load(_ctx, _params, asked) {
    const filters = filtersOf(asked.list, asked.query);
    return filters === '' ? redirect(LISTS[asked.list].path) : { list: asked.list, filters };
  },
  head: ({ list }) => ({ title: 'Lưu bộ lọc', here: LISTS[list].path }),
  view: ({ list, filters }, ctx) => (
    <div class="page read stack-5 pt-6">
      <h1>Lưu bộ lọc này</h1>
      <p class="ink2">
        Bộ lọc hiện trên danh sách {LISTS[list].words}, chỉ riêng bạn thấy.{' '}
        <a href={openPath(list, filters)}>Xem lại</a>
      </p>
      <Form
        action={`${viewPaths.add}?${new URLSearchParams({ list, query: filters })}`}
        state={ctx.form('view.save')}
        hidden={{ list, query: filters }}
        class="stack-4"
      >
        <TextField name="name" label="Tên bộ lọc" hint="Ví dụ: Hồ sơ quá hạn của tôi" maxLength={80} />
        <FormEnd>
          <Button kind="main">Lưu bộ lọc</Button>
          <Button kind="bare" href={openPath(list, filters)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
