import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import { StatusTag } from './status.tsx';

/** A term in words, the day after it: "Còn 2 ngày làm việc", "24/11". */
export interface Term {
  words: string;
  day?: string | undefined;
  state?: 'late' | 'near' | undefined;
}

export interface QueueRow {
  href: string;
  /** Number of the slip or dossier. */
  code?: string | undefined;
  /** The product, and who brings it. */
  name: string;
  who?: ComponentChildren;
  /** The act to do. */
  act?: ComponentChildren;
  term?: Term | undefined;
  status?: string | undefined;
  /** Another word than "Mở". */
  open?: string | undefined;
  /** A box to choose the row for an act on many; belongs to the form with this id. */
  pick?: { form: string; name: string; value: string; on: boolean } | undefined;
}

/** Columns that carry nothing are left out. */
interface QueueTableProps {
  rows: readonly QueueRow[];
  /** Said to readers: "Việc của tôi". */
  caption: string;
  heads?: Partial<Record<'code' | 'name' | 'act' | 'term' | 'status', string>> | undefined;
  /** How many are shown: "9 trong 14 việc". */
  said?: ComponentChildren;
  /** Where the list goes on. */
  next?: string | null | undefined;
  /** Shows the shortcuts below the table. */
  keys?: boolean | undefined;
}

/** Id of the row that leads to an address: a page that was opened leads back to its row. */
export function rowAnchor(href: string): string {
  return `r${(href.split('?')[0] ?? '').replaceAll('/', '-')}`;
}

/** The work of a desk: what, for whom, to do what, by when. Below 896 px each row becomes a stacked item. */
export function QueueTable({ rows, caption, heads = {}, said, next, keys }: QueueTableProps) {
  const has = (field: 'code' | 'act' | 'term' | 'status' | 'pick') => rows.some((row) => row[field] !== undefined);
  return (
    <>
      <table class="tb fold" data-island="keys">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            {has('pick') && (
              <th scope="col">
                <span class="sr">Chọn</span>
              </th>
            )}
            {has('code') && <th scope="col">{heads.code ?? 'Mã số'}</th>}
            <th scope="col">{heads.name ?? 'Sản phẩm, chủ thể'}</th>
            {has('act') && <th scope="col">{heads.act ?? 'Việc cần làm'}</th>}
            {has('term') && <th scope="col">{heads.term ?? 'Hạn'}</th>}
            {has('status') && <th scope="col">{heads.status ?? 'Tình trạng'}</th>}
            <th scope="col">
              <span class="sr">Mở</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.href} id={rowAnchor(row.href)} class={row.term?.state}>
              {has('pick') && (
                <td class="pk">{row.pick && <PickBox {...row.pick} name={row.name} field={row.pick.name} />}</td>
              )}
              {has('code') && <td class="n hide">{row.code}</td>}
              <td class="w">
                <b>
                  <a class="quiet lk" href={row.href}>
                    {row.name}
                  </a>
                </b>
                {row.who && <span class="sub">{row.who}</span>}
              </td>
              {has('act') && <td class="w">{row.act}</td>}
              {has('term') && <td class="w">{row.term && <TermWords {...row.term} />}</td>}
              {has('status') && <td>{row.status && <StatusTag status={row.status} />}</td>}
              <td class="open hide">
                <a class="btn small" href={row.href} aria-label={`${row.open ?? 'Mở'} ${row.name}`}>
                  {row.open ?? 'Mở'}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(said || next || keys) && (
        <div class="listend">
          <span class="row">
            <span class="sm mut">{said}</span>
            {next && (
              <Button href={next} iconAfter="right">
                Xem thêm
              </Button>
            )}
          </span>
          {keys && <KeyHelp />}
        </div>
      )}
    </>
  );
}

/** The box that chooses a row; the whole cell is its target. */
function PickBox({
  form,
  field,
  value,
  on,
  name,
}: {
  form: string;
  field: string;
  value: string;
  on: boolean;
  name: string;
}) {
  return (
    <label class="pkbox">
      <input class="rd" type="checkbox" form={form} name={field} value={value} checked={on} />
      <span class="sr">Chọn {name}</span>
    </label>
  );
}

/** A term in words with its sign; overdue and due soon carry an icon besides their colour. */
export function TermWords({ words, day, state }: Term) {
  return (
    <span class={state ? `dues ${state}` : 'dues'}>
      <span class="due">
        {state === 'late' && <Icon name="warn" />}
        {state === 'near' && <Icon name="clock" />}
        {words}
      </span>
      {day && <span class="num mut">{day}</span>}
    </span>
  );
}

/** The shortcuts of a queue, and the switch that turns single letters off (the island makes it work). */
export function KeyHelp() {
  return (
    <p class="keyhelp sm mut">
      <kbd>J</kbd>
      <kbd>K</kbd> xuống, lên <kbd>Enter</kbd> mở <kbd>/</kbd> tìm
      <button class="btn bare small" type="button" data-keys-switch hidden>
        Tắt phím tắt
      </button>
    </p>
  );
}

export interface Column<Row> {
  head: string;
  cell(row: Row): ComponentChildren;
  /** Figures: right-aligned, of one width. */
  number?: boolean | undefined;
  /** Names the row: first cell for readers. */
  rowHead?: boolean | undefined;
  /** Left out on a phone. */
  hide?: boolean | undefined;
  /** Speaks for itself on a phone: an act, a tag. Others carry the name of their column there. */
  bare?: boolean | undefined;
}

interface DataTableProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  caption: string;
  showCaption?: boolean | undefined;
  keyOf(row: Row): string;
  /** Stacks on a phone (default); false: scrolls sideways inside its own frame. */
  fold?: boolean | undefined;
  state?(row: Row): 'late' | 'near' | 'sel' | undefined;
}

/** A region that scrolls by itself must be reachable by keyboard. */
const SCROLLS = { tabIndex: 0 };

/** Any other table. On a phone each row is a stack, each cell with the name of its column. */
export function DataTable<Row>({
  rows,
  columns,
  caption,
  showCaption,
  keyOf,
  fold = true,
  state,
}: DataTableProps<Row>) {
  const table = (
    <table class={fold ? 'tb fold' : 'tb'}>
      <caption class={showCaption ? undefined : 'sr'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, number }) => (
            <th key={head} scope="col" class={number ? 'r' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} class={state?.(row)}>
            {columns.map(({ head, cell, number, rowHead, hide, bare }, place) => {
              const look = `${number ? 'r' : 'w'}${hide ? ' hide' : ''}`;
              return rowHead ? (
                <th key={head} scope="row" class={look}>
                  {cell(row)}
                </th>
              ) : (
                <td key={head} class={look} data-head={place === 0 || bare ? undefined : head}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (fold) return table;
  return (
    <section class="tbwrap" aria-label={caption} {...SCROLLS}>
      {table}
    </section>
  );
}
