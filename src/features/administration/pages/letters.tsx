import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { type MessageSettings, messageSettingsOn } from '#platform/outbox/message-settings';
import {
  Button,
  Chips,
  DataTable,
  EmptyState,
  Form,
  type FormState,
  formatMoment,
  LoadMore,
  NumberField,
  TakeList,
  TextField,
  Tick,
  withFilters,
} from '#ui';
import {
  CHANNELS,
  countLetters,
  LETTER_STATES,
  type LetterRow,
  type LetterState,
  type LettersFilter,
  lettersFilter,
  listLetters,
} from '../letters.ts';
import { administrationPaths } from '../urls.ts';

const SHOWN = 50;
const query = lettersFilter.extend({ before: uuid().optional().catch(undefined) });

/** Letters on their way out: which wait, which failed and why; what they say is shown to nobody. */
export const lettersPage = page({
  permission: 'outbox.watch',
  query,
  shell: 'desk',
  async load(ctx, _params, { before, ...filter }) {
    const [rows, counts, maySend] = await Promise.all([
      listLetters(ctx.db, filter, { before: before ?? null, limit: SHOWN + 1 }),
      countLetters(ctx.db),
      ctx.may('settings.change'),
    ]);
    const messages = await messageSettingsOn(ctx.db, ctx.day);
    return { messages, rows: rows.slice(0, SHOWN), more: rows.length > SHOWN, counts, filter, maySend };
  },
  head: () => ({ title: 'Thư đi', here: administrationPaths.health }),
  view: ({ messages, rows, more, counts, filter, maySend }, ctx) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Thư đi</h1>
        <TakeList href={link(administrationPaths.lettersSheet, filter)} />
      </div>
      <Form action={administrationPaths.letters} method="get" label="Tìm thư" class="row items-end">
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <TextField name="q" label="Tiêu đề, địa chỉ" type="search" value={filter.q} optional />
        <Button>Lọc</Button>
      </Form>
      <Chips
        label="Trạng thái"
        chips={[
          {
            href: link(administrationPaths.letters, { ...filter, state: undefined }),
            words: 'Tất cả',
            on: !filter.state,
          },
          ...(Object.keys(LETTER_STATES) as LetterState[]).map((state) => ({
            href: link(administrationPaths.letters, { ...filter, state }),
            words: LETTER_STATES[state],
            count: counts[state],
            on: filter.state === state,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Không có thư nào">Thư mời, mã và lời nhắc gửi ra ngoài được ghi ở đây.</EmptyState>
      ) : (
        <DataTable
          rows={rows}
          columns={columnsOf((id) => (maySend ? ctx.form('outbox.sendAgain', id) : undefined))}
          caption="Thư đi"
          keyOf={(row) => row.id}
        />
      )}
      {more && <LoadMore href={link(administrationPaths.letters, filter, rows.at(-1)?.id)} />}
      {maySend && <Messages settings={messages} state={ctx.form('settings.changeMessages')} />}
    </div>
  ),
});

function Messages({ settings, state }: { settings: MessageSettings; state: FormState }) {
  return (
    <details open={state.errors.length > 0}>
      <summary>Cách gửi tin nhắn SMS, Zalo</summary>
      <Form action={administrationPaths.messages} state={state} class="form stack-4 mt-4">
        <Tick
          name="plain"
          label="SMS không dấu"
          hint="Một tin chứa được 160 ký tự thay vì 70"
          checked={settings.plain}
        />
        <NumberField
          name="quietFrom"
          label="Không gửi từ"
          unit="giờ"
          hint="Mã đăng nhập vẫn gửi. Bỏ trống cả hai thì gửi mọi giờ"
          optional
          value={settings.quiet?.from}
        />
        <NumberField name="quietTo" label="Gửi lại từ" unit="giờ" optional value={settings.quiet?.to} />
        <TextField name="note" label="Lý do" />
        <Button>Lưu cách gửi</Button>
      </Form>
    </details>
  );
}

function columnsOf(form: (id: string) => FormState | undefined) {
  return [
    {
      head: 'Thư',
      rowHead: true,
      cell: (row: LetterRow) => (
        <>
          {row.subject}
          <span class="sm mut block">
            {CHANNELS[row.channel]}, {row.address ?? 'chưa có địa chỉ'}
          </span>
        </>
      ),
    },
    { head: 'Lúc', cell: (row: LetterRow) => formatMoment(new Date(row.createdAt)) },
    {
      head: 'Trạng thái',
      cell: (row: LetterRow) => {
        const state = row.state === 'failed' || row.state === 'unsure' ? form(row.id) : undefined;
        return (
          <>
            {LETTER_STATES[row.state]}
            {row.state === 'failed' && <span class="sm mut block">Đã thử {row.attempts} lần.</span>}
            {row.state === 'unsure' && <span class="sm mut block">Đã giao nhà mạng, chưa nhận được trả lời.</span>}
            {state && (
              <Form action={`${administrationPaths.letters}/${row.id}`} state={state}>
                <Button small label={`Gửi lại ${row.subject}`}>
                  Gửi lại
                </Button>
              </Form>
            )}
          </>
        );
      },
    },
  ];
}

const link = (path: string, filter: LettersFilter, before?: string): string => withFilters(path, { ...filter, before });
