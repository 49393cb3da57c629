import { actOffers, actsById, Cited } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { Button, DateField, FactsList, Form, FormEnd, Note, StatusTag, TextField } from '#ui';
import { findOfficer, type Officer } from '../officers-read.ts';
import { officerPaths } from '../urls.ts';
import { spanWords } from '../words.ts';
import { OfficerFields } from './officer-fields.tsx';
import { BodyHistory } from './one-parts.tsx';

/** One officer in charge: since when, by which act; put right or ended by who keeps the entry. */
export const officerPage = page({
  permission: 'communeOfficer.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [contacts, mayCorrect, history] = await Promise.all([
      ctx.may('communeOfficer.readContacts', id),
      ctx.may('communeOfficer.correct', id),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    const officer = await findOfficer(ctx.db, id, ctx.day, contacts);
    const mayChange = mayCorrect && officer.state === 'serving';
    const [cited, acts] = await Promise.all([
      actsById(ctx.db, [officer.act], ctx.day),
      mayChange ? actOffers(ctx.db) : [],
    ]);
    return { officer, history, mayChange, acts, cited: [...cited.values()][0] };
  },
  head: ({ officer }) => ({
    title: `${officer.name}, ${officer.place}`,
    here: '/viec-cua-toi',
    up: { href: officerPaths.list, words: 'Cán bộ phụ trách' },
  }),
  view: ({ officer, history, mayChange, acts, cited }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack-2">
        <h1>{officer.name}</h1>
        <p>
          <StatusTag status={`communeOfficer.${officer.state}`} />
        </p>
      </header>
      {officer.invented && <Note kind="info" title="Dữ liệu giả định, để dùng thử." />}
      <FactsList
        facts={[
          { term: 'Xã', value: officer.place },
          { term: 'Chức vụ', value: officer.position },
          { term: 'Phụ trách', value: spanWords(officer.from, officer.to) },
          officer.phone !== null && { term: 'Điện thoại', value: <a href={`tel:${officer.phone}`}>{officer.phone}</a> },
          officer.email !== null && {
            term: 'Thư điện tử',
            value: <a href={`mailto:${officer.email}`}>{officer.email}</a>,
          },
          cited !== undefined && {
            term: 'Văn bản phân công',
            value: <Cited act={cited} words={officer.actLabel ?? undefined} />,
          },
        ]}
      />
      {mayChange && (
        <section class="stack-5">
          <p>
            <Button href={officerPaths.newFor(officer.commune)}>Phân công người khác thay</Button>
          </p>
          <End officer={officer} state={ctx.form('communeOfficer.end')} />
          <details class="box" open={ctx.form('communeOfficer.correct').errors.length > 0}>
            <summary>Sửa chỗ ghi nhầm</summary>
            <Form
              action={officerPaths.one(officer.id)}
              state={ctx.form('communeOfficer.correct')}
              version={officer.version}
              class="stack-5 mt-4"
            >
              <OfficerFields value={officer} acts={acts} />
              <TextField name="reason" label="Lý do sửa" maxLength={500} />
              <FormEnd>
                <Button kind="main">Lưu</Button>
              </FormEnd>
            </Form>
          </details>
        </section>
      )}
      <BodyHistory history={history} />
    </div>
  ),
});

function End({ officer, state }: { officer: Officer; state: Parameters<typeof Form>[0]['state'] }) {
  return (
    <details class="box" open={state !== undefined && (state.errors.length > 0 || state.message !== undefined)}>
      <summary>Thôi phụ trách</summary>
      <Form action={officerPaths.end(officer.id)} state={state} version={officer.version} class="stack mt-4">
        <DateField name="to" label="Ngày cuối cùng phụ trách" />
        <TextField name="reason" label="Lý do" maxLength={500} />
        <FormEnd>
          <Button kind="stop">Ghi thôi phụ trách</Button>
        </FormEnd>
      </Form>
    </details>
  );
}
