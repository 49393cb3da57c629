import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, Form, formatDay, Icon, StatusTag, TextField, Tick } from '#ui';
import { noticeFacts } from '../notice.ts';
import { certificatePaths } from '../urls.ts';

const SENT_TO = { commune: 'UBND cấp xã', producer: 'Chủ thể' } as const;

/** The written notice of a result: its paper, and the record that it was sent to commune and producer (Art. 7.3.g). */
export const noticePage = page({
  permission: 'dossier.notify',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const facts = await noticeFacts(ctx.db, id);
    if (!facts) throw notFound();
    return { facts };
  },
  head: ({ facts }) => ({ title: `Thông báo kết quả: ${facts.product}`, here: '/quyet-dinh' }),
  view: ({ facts }, ctx) => (
    <div class="stack-5">
      <div class="row between">
        <div>
          <p class="mb-1">
            <a class="crumb" href={`/ho-so/${facts.dossier}`}>
              <Icon name="left" />
              Về hồ sơ
            </a>
          </p>
          <h1>Thông báo kết quả: {facts.product}</h1>
        </div>
        <StatusTag status={`dossier.${facts.state}`} />
      </div>
      <div class="row tight">
        <Button href={`${certificatePaths.notice(facts.dossier)}.docx`} icon="paper" download>
          Thông báo (Word)
        </Button>
        <Button href={`${certificatePaths.notice(facts.dossier)}.pdf`} icon="paper" download>
          Thông báo (PDF)
        </Button>
      </div>
      {facts.notices.length > 0 && (
        <DataTable
          rows={facts.notices}
          caption="Đã gửi"
          showCaption
          keyOf={(row) => row.id}
          columns={[
            { head: 'Số', rowHead: true, cell: (row) => row.number ?? 'Không số' },
            { head: 'Ngày', cell: (row) => formatDay(row.dated) },
            { head: 'Nơi nhận', cell: (row) => row.sentTo.map((one) => SENT_TO[one]).join(', ') },
          ]}
        />
      )}
      <Form
        action={certificatePaths.notice(facts.dossier)}
        state={ctx.form('dossier.notify')}
        version={facts.version}
        class="box stack-4"
      >
        <h2>{facts.notices.length > 0 ? 'Gửi lần nữa' : 'Ghi đã gửi thông báo'}</h2>
        <div class="row items-end">
          <TextField name="number" label="Số thông báo" width="mid" optional />
          <TextField name="dated" label="Ngày thông báo" width="date" inputMode="numeric" />
        </div>
        <Tick
          name="toCommune"
          label={`Đã gửi UBND ${facts.commune.charAt(0).toLocaleLowerCase('vi')}${facts.commune.slice(1)}`}
        />
        <Tick name="toProducer" label={`Đã gửi ${facts.producer}`} />
        <Button kind={facts.notices.length > 0 ? 'plain' : 'main'}>Ghi đã gửi thông báo</Button>
      </Form>
    </div>
  ),
});
