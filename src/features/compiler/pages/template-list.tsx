import { PERIODS } from '#law/report-periods';
import { page } from '#platform/http/page';
import { Button, DataTable } from '#ui';
import { ownTemplates } from '../own-templates.ts';
import { TEMPLATES } from '../template.ts';
import { reportPaths } from '../urls.ts';

/** Ready templates, and those the province made. */
export const templatesPage = page({
  permission: 'report.begin',
  shell: 'desk',
  async load(ctx) {
    const { area } = ctx.actor;
    const own = area === null ? [] : await ownTemplates(ctx.db, area);
    return { own, may: await ctx.may('reportTemplate.make') };
  },
  head: () => ({ title: 'Mẫu báo cáo', here: reportPaths.list, up: { href: reportPaths.list, words: 'Báo cáo' } }),
  view: ({ own, may }) => (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Mẫu báo cáo</h1>
          <p class="ink2">Mẫu có sẵn theo các báo cáo đã công bố; mẫu của tỉnh do tỉnh lập, xã trong tỉnh dùng được.</p>
        </div>
        {may && (
          <Button kind="main" href={reportPaths.newTemplate} icon="plus">
            Lập mẫu mới
          </Button>
        )}
      </div>
      <DataTable
        caption="Các mẫu báo cáo"
        rows={[
          ...own.map(({ id, no, content }) => ({ id, no, content, ready: false })),
          ...[...TEMPLATES.values()].map((content) => ({ id: content.id, no: content.version, content, ready: true })),
        ]}
        keyOf={({ id }) => id}
        columns={[
          {
            head: 'Mẫu',
            rowHead: true,
            cell: ({ id, content, ready }) =>
              ready || !may ? content.name : <a href={reportPaths.template(id)}>{content.name}</a>,
          },
          { head: 'Của', cell: ({ ready }) => (ready ? 'Có sẵn' : 'Tỉnh') },
          {
            head: 'Kỳ',
            cell: ({ content }) => content.periods.map((one) => PERIODS[one]).join(', '),
          },
          { head: 'Lần sửa', number: true, cell: ({ no }) => no },
        ]}
      />
    </div>
  ),
});
