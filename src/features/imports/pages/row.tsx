import { page } from '#platform/http/page';
import { Button, DataTable, FactsList, Form, FormEnd, type FormState, Note, Radios, SelectField, TextField } from '#ui';
import type { Candidate } from '../compare/types.ts';
import { communesOf, type ImportHead, type PreviewRow, previewRow, readImport } from '../queries.ts';
import { byRow } from '../schema.ts';
import { unitNames } from '../unit-names.ts';
import { importPaths } from '../urls.ts';
import { isCommuneField, reasonsOf } from './preview.tsx';
import { placeWords, STATUS_WORDS, WORDS_OF } from './words.ts';

interface Data {
  readonly head: ImportHead;
  readonly row: PreviewRow;
  readonly communes: readonly { id: string; name: string }[];
  readonly units: ReadonlyMap<string, string>;
  readonly settles: boolean;
}

/** One row: as it stands in the file, what is doubtful, and what a person makes of it. */
export const rowPage = page({
  permission: 'listImport.read',
  params: byRow,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, no }): Promise<Data> {
    const head = await readImport(ctx.db, id);
    const row = await previewRow(ctx.db, id, no);
    const settles =
      head.state === 'open' && head.job === null && row.read.status !== 'skipped' && row.read.status !== 'repeat';
    const named = (row.verdict.changes ?? []).flatMap(({ field, to }) => (isCommuneField(field) && to ? [to] : []));
    return {
      ...{ head, row, communes: await communesOf(ctx.db, head.province), units: await unitNames(ctx.db, named) },
      settles: settles && (await ctx.may('listImport.settle', id)),
    };
  },
  head: ({ head, row }) => ({
    title: WORDS_OF[head.subject].name({ read: row.read, corrected: null }) ?? placeWords(row.read),
    here: '/so-san-pham',
    up: { href: importPaths.one(head.id), words: head.fileName },
  }),
  view: (data, ctx) => <Row {...data} state={ctx.form('listImport.settle')} />,
});

function Row({ head, row, communes, units, settles, state }: Data & { state: FormState }) {
  const { read } = row;
  const reasons = reasonsOf(row, units);
  return (
    <div class="stack-5 max-w-[48rem]">
      <div class="stack-2">
        <h1>{WORDS_OF[head.subject].name({ read, corrected: null }) ?? WORDS_OF[head.subject].nameless}</h1>
        <p class="ink2">{placeWords(read)}</p>
      </div>
      <Note kind={row.status === 'doubtful' ? 'soon' : 'info'} title={`${STATUS_WORDS[row.status]}.`}>
        {reasons.join(' ')}
      </Note>
      <section class="stack-2">
        <h2>Như trong tệp</h2>
        <DataTable
          caption="Các ô của dòng"
          rows={cellsOf(head, row)}
          keyOf={({ letter }) => letter}
          columns={[
            {
              head: 'Cột',
              rowHead: true,
              cell: ({ letter, heading }) => `${letter}${heading === '' ? '' : ` · ${heading}`}`,
            },
            { head: 'Nội dung', cell: ({ text }) => text },
          ]}
        />
      </section>
      {settles ? <Settle head={head} row={row} communes={communes} state={state} /> : <Kept row={row} />}
    </div>
  );
}

function cellsOf({ reading }: ImportHead, { read }: PreviewRow) {
  const columns = reading?.sheets.find(({ name }) => name === read.sheet)?.columns ?? [];
  return read.source.flatMap((text, at) => {
    const column = columns.find(({ index }) => index === at);
    return text === '' ? [] : [{ letter: column?.letter ?? String(at + 1), heading: column?.heading ?? '', text }];
  });
}

function Kept({ row }: { row: PreviewRow }) {
  const { corrected } = row;
  if (!corrected) return null;
  return (
    <FactsList
      facts={[
        { term: 'Tên sản phẩm đã sửa', value: corrected.product },
        { term: 'Chủ thể đã sửa', value: corrected.producer },
        { term: 'Địa chỉ đã sửa', value: corrected.address },
        { term: 'Mã số thuế đã sửa', value: corrected.taxCode },
        { term: 'Điện thoại đã sửa', value: corrected.phone },
        { term: 'Người đại diện đã sửa', value: corrected.representative },
      ].filter(({ value }) => value !== undefined)}
    />
  );
}

const keyOf = ({ product, producer }: Candidate): string => (product === null ? `m:${producer}` : `p:${product}`);

function Settle({ head, row, communes, state }: Omit<Data, 'units' | 'settles'> & { state: FormState }) {
  const { read, corrected, verdict } = row;
  const candidates = verdict.candidates ?? [];
  const chosen = row.settled?.product
    ? `p:${row.settled.product}`
    : row.settled?.producer
      ? `m:${row.settled.producer}`
      : undefined;
  const ways = Object.entries(WORDS_OF[head.subject].ways).filter(
    ([way]) => way !== 'existing' || candidates.length > 0 || chosen !== undefined,
  );
  const choices = candidates.map((one) => ({ value: keyOf(one), label: one.words }));
  if (chosen !== undefined && !choices.some(({ value }) => value === chosen))
    choices.push({ value: chosen, label: 'Bản ghi đã chọn' });
  const shown = { ...read, ...corrected };
  return (
    <Form action={importPaths.row(head.id, row.no)} state={state} version={head.settledVersion} class="stack">
      <h2>Xử lý</h2>
      <Radios
        name="how"
        label="Dòng này"
        value={row.settled?.how ?? ''}
        choices={ways.map(([value, label]) => ({ value, label }))}
      />
      {choices.length > 0 && <Radios name="candidate" label="Bản ghi có sẵn" value={chosen ?? ''} choices={choices} />}
      {head.subject === 'products' && <TextField name="product" label="Tên sản phẩm" value={shown.product ?? ''} />}
      <TextField name="producer" label="Chủ thể" value={shown.producer ?? ''} optional={head.subject === 'products'} />
      <TextField name="address" label="Địa chỉ" value={shown.address ?? ''} optional />
      <SelectField
        name="commune"
        label="Xã, phường hiện nay"
        empty="Theo địa chỉ trong tệp"
        value={corrected?.commune ?? ''}
        choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {head.subject === 'products' ? <OfProduct shown={shown} /> : <OfProducer row={row} />}
      <FormEnd>
        <Button kind="main" busy="Đang lưu…">
          Lưu
        </Button>
        <Button href={importPaths.one(head.id)}>Trở lại các dòng</Button>
      </FormEnd>
    </Form>
  );
}

function OfProducer({ row: { read, corrected } }: { row: PreviewRow }) {
  const value = (field: 'taxCode' | 'phone' | 'representative') => corrected?.[field] ?? read.more[field] ?? '';
  return (
    <>
      <TextField name="taxCode" label="Mã số thuế" value={value('taxCode')} optional />
      <TextField name="phone" label="Điện thoại" value={value('phone')} optional />
      <TextField name="representative" label="Người đại diện" value={value('representative')} optional />
    </>
  );
}

function OfProduct({ shown }: { shown: Pick<PreviewRow['read'], 'stars' | 'decisionNumber' | 'decisionDate'> }) {
  return (
    <>
      <TextField name="stars" label="Hạng sao" value={shown.stars === null ? '' : String(shown.stars)} optional />
      <TextField name="decisionNumber" label="Số quyết định" value={shown.decisionNumber ?? ''} optional />
      <TextField
        name="decisionDate"
        label="Ngày quyết định"
        hint="2025, 2025-06 hoặc 2025-06-30: ghi đến mức biết được"
        value={shown.decisionDate ?? ''}
        optional
      />
    </>
  );
}
