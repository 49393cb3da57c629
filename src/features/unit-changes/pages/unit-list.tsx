import type { ComponentChildren } from 'preact';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Checkboxes, DateField, FileField, Form, FormEnd, formatDay, formatNumber, Note, TextField } from '#ui';
import { type ComparedList, type ComparedUnit, comparedList, type RowIs } from '../lists.ts';
import { unitChangePaths } from '../urls.ts';

/** Rows of one kind shown on the page; drafts are written at most so many at a time. */
const SHOWN = 200;

/** The form that takes a list of units in. */
export const takeUnitListPage = page({
  permission: 'unitRegister.read',
  shell: 'desk',
  load: async () => ({}),
  head: () => ({
    title: 'So danh sách đơn vị hành chính',
    here: '/quan-tri/don-vi',
    up: { href: unitChangePaths.list, words: 'Đơn vị hành chính' },
  }),
  view: (_data, ctx) => (
    <div class="form stack-5">
      <h1>So danh sách đơn vị hành chính</h1>
      <p class="ink2">
        Tệp Excel hoặc CSV có cột “Mã”, “Tên đơn vị hành chính”, nên có “Tỉnh”. Danh sách chỉ được đặt cạnh danh mục;
        chưa có gì thay đổi.
      </p>
      <Form action={unitChangePaths.lists} state={ctx.form('unitRegister.takeList')} files class="stack">
        <FileField name="file" label="Tệp danh sách" accept=".xlsx,.csv" />
        <FormEnd>
          <Button kind="main">So với danh mục</Button>
          <Button kind="bare" href={unitChangePaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

/** A list beside the register, row by row, and the drafts that can be made of it. */
export const unitListPage = page({
  permission: 'unitRegister.read',
  params: byId,
  shell: 'desk',
  load: (ctx, { id }) => comparedList(ctx.db, id, ctx.day),
  head: ({ name }) => ({
    title: `So danh sách ${name}`,
    here: '/quan-tri/don-vi',
    up: { href: unitChangePaths.list, words: 'Đơn vị hành chính' },
  }),
  view: (list, ctx) => {
    const of = (is: RowIs) => list.rows.filter((row) => row.is === is);
    const changed = of('changed').filter(({ drafted }) => !drafted);
    const there = of('changed').length - changed.length;
    return (
      <div class="stack-7 max-w-[52rem]">
        <header class="stack-2">
          <h1>{list.name}</h1>
          <p class="ink2">
            Nhận ngày {formatDay(list.takenOn)}, so với danh mục hôm nay: {counted(of('same'), 'giống')},{' '}
            {counted(of('changed'), 'khác')}, {counted(of('new'), 'chưa có')}, {counted(of('doubtful'), 'cần xem')}.
          </p>
          {there > 0 && (
            <Note kind="info" title={`${formatNumber(there)} dòng đã có bản soạn.`}>
              <a href={unitChangePaths.list}>Xem các bản soạn</a>
            </Note>
          )}
        </header>
        {changed.length > 0 && (
          <section class="stack" aria-labelledby="khac">
            <h2 id="khac">Khác danh mục</h2>
            <Form action={unitChangePaths.listOf(list.id)} state={ctx.form('unitRegister.draftRows')} class="stack-5">
              <Checkboxes
                name="rows"
                label="Soạn thay đổi cho"
                hint="Mỗi dòng thành một bản soạn, xem trước rồi mới thực hiện."
                choices={changed.slice(0, SHOWN).map((row) => ({
                  value: String(row.no),
                  label: `${row.type} ${row.name} (mã ${row.code})`,
                  hint: `Dòng ${row.no}. Nay: ${row.now}. ${row.words}`,
                }))}
              />
              {changed.length > SHOWN && (
                <p class="sm mut">Còn {formatNumber(changed.length - SHOWN)} dòng sau khi soạn các dòng này.</p>
              )}
              <TextField name="number" label="Số văn bản" hint="Ví dụ: 1666/NQ-UBTVQH15" width="mid" />
              <DateField name="dated" label="Ngày văn bản" />
              <DateField name="effectiveOn" label="Có hiệu lực từ ngày" />
              <FormEnd>
                <Button kind="main">Soạn các thay đổi đã chọn</Button>
              </FormEnd>
            </Form>
          </section>
        )}
        <Rows title="Cần xem" rows={of('doubtful')}>
          Sửa trong tệp rồi gửi lại.
        </Rows>
        <Rows title="Chưa có trong danh mục" rows={of('new')}>
          Đơn vị mới sinh ra từ đơn vị cũ: tìm đơn vị cũ ở trang Đơn vị hành chính rồi chọn Nhập hoặc Chia.
        </Rows>
        <Unnamed list={list} />
      </div>
    );
  },
});

const counted = (rows: readonly ComparedUnit[], words: string) => `${formatNumber(rows.length)} ${words}`;

function Rows({
  title,
  rows,
  children,
}: {
  title: string;
  rows: readonly ComparedUnit[];
  children: ComponentChildren;
}) {
  if (rows.length === 0) return null;
  return (
    <section class="stack-2">
      <h2>{title}</h2>
      <p class="ink2">{children}</p>
      <ul class="lines">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.no} class="py-2">
            <b>
              Dòng {row.no}: {[row.type, row.name].filter(Boolean).join(' ') || 'không có tên'}
            </b>{' '}
            <span class="mut num">{row.code}</span>
            <span class="sm block">{row.words}</span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p class="sm mut">Còn {formatNumber(rows.length - SHOWN)} dòng nữa.</p>}
    </section>
  );
}

/** What the register has and the list does not: perhaps merged into another. */
function Unnamed({ list: { unnamed } }: { list: ComparedList }) {
  if (unnamed.length === 0) return null;
  return (
    <section class="stack-2">
      <h2>Danh mục có, danh sách không có</h2>
      <p class="ink2">Trong các tỉnh mà danh sách nêu. Nếu đã nhập vào đơn vị khác, ghi thay đổi theo văn bản.</p>
      <details>
        <summary>Xem {formatNumber(unnamed.length)} đơn vị</summary>
        <ul class="lines">
          {unnamed.slice(0, SHOWN).map(({ id, name }) => (
            <li key={id} class="row between py-2">
              <span>{name}</span>
              <Button small href={unitChangePaths.newFor('merge', id)} label={`Nhập ${name} vào đơn vị khác`}>
                Nhập
              </Button>
            </li>
          ))}
        </ul>
        {unnamed.length > SHOWN && <p class="sm mut">Còn {formatNumber(unnamed.length - SHOWN)} đơn vị nữa.</p>}
      </details>
    </section>
  );
}
