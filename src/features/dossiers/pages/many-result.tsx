import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, formatMoment, Icon, Note } from '#ui';
import type { ManyResult } from '../many.ts';
import { dossierPath, paths } from '../urls.ts';

/** What became of each dossier of an act on many; only for who did it. */
export const manyResultPage = page({
  permission: null,
  params: byId,
  shell: 'desk',
  async load(ctx, { id }) {
    const kept = await ctx.db
      .selectFrom('act_on_many')
      .select(['back', 'results', 'at', 'action'])
      .where('id', '=', id)
      .where('account', '=', ctx.actor.account)
      .executeTakeFirst();
    if (!kept) throw notFound('Không tìm thấy kết quả này. Kết quả được giữ 30 ngày; sổ ghi việc giữ mãi.');
    const results = kept.results as unknown as readonly ManyResult[];
    return { ...kept, failed: results.filter((one) => !one.done), done: results.filter((one) => one.done) };
  },
  head: () => ({ title: 'Kết quả', here: paths.list }),
  view: ({ failed, done, at, action, back }) => (
    <div class="page stack-5 pt-6">
      <div>
        <h1>
          {TITLES[action] ?? 'Đã làm xong'} {done.length} hồ sơ
        </h1>
        <p class="mut">{formatMoment(new Date(at))}</p>
      </div>
      {failed.length > 0 && (
        <Note kind="soon" title={`${failed.length} hồ sơ chưa làm được.`}>
          Lý do đứng cạnh từng hồ sơ. Những hồ sơ còn lại đã xong và không bị ảnh hưởng.
        </Note>
      )}
      <DataTable
        rows={[...failed, ...done]}
        columns={columns}
        caption="Kết quả từng hồ sơ"
        keyOf={({ id }: ManyResult) => id}
      />
      <p>
        <Button kind="main" href={back}>
          Về danh sách
        </Button>
      </p>
    </div>
  ),
});

const TITLES: Readonly<Record<string, string>> = {
  'dossier.receive': 'Đã tiếp nhận',
  'dossier.accept': 'Đã đưa vào đợt',
};

const columns = [
  {
    head: 'Hồ sơ',
    rowHead: true,
    cell: ({ id, name, done }: ManyResult) =>
      done || name !== 'Hồ sơ không tìm thấy' ? <a href={dossierPath(id)}>{name}</a> : name,
  },
  {
    head: 'Kết quả',
    bare: true,
    cell: ({ done, words }: ManyResult) => (
      <span class={done ? 'row line tight text-bamboo' : 'row line tight text-clay'}>
        <Icon name={done ? 'check' : 'warn'} />
        <span>{words}</span>
      </span>
    ),
  },
];
