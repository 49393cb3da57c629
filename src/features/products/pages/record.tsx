import { actPaths, actsOfRecognitions } from '#features/legal-acts';
import { askedOn, type ProductYear, YearsSection, yearsOfProduct } from '#features/product-years';
import { type Fact, type PartOn, PartSection } from '#features/record-parts';
import { certificateRules } from '#features/registry';
import { speaksOn } from '#law/validity';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, DateField, Form, formatDay, Note, StarRow, StatusTag } from '#ui';
import { picturesOf } from '../change.ts';
import { type Join, joinsOf } from '../pair.ts';
import {
  type ChainLink,
  chainOf,
  factsOf,
  formerNames,
  getProduct,
  type ProductRow,
  recordOn,
  sameBarcodes,
  type Twin,
} from '../record.ts';
import { recordQuery } from '../schema.ts';
import { PARTS, parts } from '../sections.ts';
import { pathsOf, productPaths } from '../urls.ts';
import { Chain, ValidityDrawing } from '../validity.tsx';

interface Data {
  readonly row: ProductRow;
  readonly parts: readonly PartOn[];
  readonly facts: readonly Fact[];
  readonly chain: readonly ChainLink[];
  /** Where the decisions of the recognitions stand in the register of acts, by recognition. */
  readonly acts: ReadonlyMap<string, string>;
  /** The recognition that speaks for it on the day shown. */
  readonly speaks: ChainLink | null;
  readonly twins: readonly Twin[];
  /** The day shown; today when none was asked for. */
  readonly on: string;
  readonly past: boolean;
  /** The reader may open the producer's record too. */
  readonly producerToo: boolean;
  /** What was told of its years, and which year is asked for; null: the reader does not read them. */
  readonly years: {
    readonly told: readonly ProductYear[];
    readonly asked: { year: number; due: string };
    readonly may: boolean;
  } | null;
  /** Records joined into it. */
  readonly joins: readonly Join[];
  readonly mayJoin: boolean;
  /** Acts of parts the reader may change. */
  readonly mayChange: ReadonlySet<string>;
}

/** One product through the years: every part with its own way to change it, its recognitions, today or as of a past day. */
export const productRecordPage = page({
  permission: 'product.readRecord',
  params: byId,
  query: recordQuery,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { ngay }): Promise<Data | ReturnType<typeof redirect>> {
    const on = ngay !== undefined && ngay < ctx.day ? ngay : ctx.day;
    const past = on < ctx.day;
    const row = await getProduct(ctx.db, id, ctx.day);
    if (row.joinedInto !== null) return redirect(productPaths.one(row.joinedInto));
    const [facts, chain, twins, rules, joins, mayJoin, allowed] = await Promise.all([
      factsOf(ctx.db, id),
      chainOf(ctx.db, id, on),
      sameBarcodes(ctx.db, id, ctx.within('product.readRecord', 'l')),
      certificateRules(ctx.db, on),
      joinsOf(ctx.db, id),
      ctx.may('product.join', id),
      Promise.all(parts.map(async ({ act }) => ((await ctx.may(act, id)) ? [act] : []))),
    ]);
    const acts = await actsOfRecognitions(ctx.db, chain, ctx.day);
    return {
      ...{ row, facts, twins, on, past, parts: recordOn(row, facts, on, ctx.day) },
      ...{ joins, mayJoin: mayJoin && !past },
      acts: new Map([...acts].map(([recognition, { id: act }]) => [recognition, actPaths.one(act)])),
      chain: chain.filter(({ status }) => status.state !== 'notYet'),
      speaks: speaksOn(chain, on, rules),
      years: (await ctx.may('productYear.read', id))
        ? {
            told: await yearsOfProduct(ctx.db, id),
            asked: await askedOn(ctx.db, ctx.day, row.province),
            may: !past && (await ctx.may('productYear.report', id)),
          }
        : null,
      producerToo: row.producer !== null && (await ctx.may('producer.readRestricted', row.producer)),
      mayChange: new Set(past ? [] : allowed.flat()),
    };
  },
  head: ({ row }, ctx) => ({
    title: row.name,
    ...(ctx.actor.role === 'producer'
      ? { here: '/cua-toi/san-pham', up: { href: '/cua-toi/san-pham', words: 'Sản phẩm của tôi' } }
      : { here: '/so-san-pham' }),
  }),
  view: (data) => (
    <div class="stack-7 max-w-[46rem]">
      <Head {...data} />
      <Joins {...data} />
      <Recognitions {...data} />
      {data.parts.map((on) => (
        <PartSection key={on.part.key} on={on} edit={data.mayChange.has(on.part.act) ? pathsOf(data.row.id) : null}>
          {on.part.key === PARTS.picture.key && <Pictures id={data.row.id} on={on} />}
          {on.part.key === PARTS.barcode.key && <Twins twins={data.twins} />}
          {on.part.key === PARTS.place.key && data.row.commune === null && <Unplaced row={data.row} />}
        </PartSection>
      ))}
      {data.years && (
        <YearsSection
          product={data.row.id}
          years={data.years.told}
          asked={data.years.asked}
          mayReport={data.years.may}
        />
      )}
      <Codes row={data.row} />
    </div>
  ),
});

function Head({ row, facts, parts: shown, speaks, on, past, producerToo, mayJoin }: Data) {
  const name = String(shown.find(({ part }) => part.key === PARTS.name.key)?.value?.name ?? row.name);
  const former = formerNames(facts, name, row.joinedNames);
  return (
    <header class="stack">
      <h1>{name}</h1>
      <p class="ink2">
        {row.producer !== null &&
          (producerToo ? <a href={`/so-chu-the/${row.producer}`}>{row.producerName}</a> : row.producerName)}
        {row.place && `${row.producer === null ? '' : ' · '}${row.place}`}
      </p>
      <p class="row line">
        {speaks?.star && <StarRow stars={speaks.star} />}
        {speaks ? (
          <StatusTag status={`certificate.${speaks.status.state}`} />
        ) : (
          <span class="mut">Chưa được công nhận{past && ` vào ngày ${formatDay(on)}`}</span>
        )}
      </p>
      {row.invented && <p class="sm mut">Dữ liệu giả định</p>}
      {former.length > 0 && <p class="sm ink2">Tên khác qua các năm: {former.join('; ')}</p>}
      {past && (
        <Note kind="info" title={`Hồ sơ như ngày ${formatDay(on)}`}>
          theo những gì đã ghi đến hôm nay. <a href={productPaths.one(row.id)}>Về hôm nay</a>
        </Note>
      )}
      <Form action={productPaths.one(row.id)} method="get" class="row items-end" label="Xem tình trạng vào ngày">
        <DateField
          name="ngay"
          label="Tình trạng vào ngày"
          hint={undefined}
          value={past ? formatDay(on) : ''}
          optional="sometimes"
        />
        <Button>Xem</Button>
      </Form>
      <p class="row">
        {row.open && (
          <Button href={`/san-pham/${row.id}`} icon="eye">
            Trang công khai
          </Button>
        )}
        <Button href={productPaths.history(row.id)} icon="clock">
          Lịch sử thay đổi
        </Button>
        {mayJoin && row.producer !== null && (
          <Button href={productPaths.others(row.id)} icon="swap">
            So với sản phẩm khác
          </Button>
        )}
      </p>
    </header>
  );
}

/** Records joined into this one, each with the way to take it out again. */
function Joins({ row, joins, mayJoin }: Data) {
  if (joins.length === 0 || !mayJoin) return null;
  return (
    <section class="stack" aria-labelledby="da-nhap">
      <h2 id="da-nhap" class="text-lg">
        Hồ sơ đã nhập vào đây
      </h2>
      <ul class="lines">
        {joins.map(({ id, name, on }) => (
          <li key={id} class="row between line py-2">
            <span>
              {name}, nhập ngày {formatDay(on)}
            </span>
            <Button small href={`${productPaths.unjoin(row.id)}?nhap=${id}`} label={`Tách lại ${name}`}>
              Tách lại
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recognitions({ row, chain, acts, on }: Data) {
  return (
    <section class="stack" aria-labelledby="cong-nhan">
      <h2 id="cong-nhan" class="text-lg">
        Các lần công nhận
      </h2>
      {chain.length === 0 ? (
        <p class="mut">Chưa có lần nào.</p>
      ) : (
        <>
          <ValidityDrawing chain={chain} day={on} />
          <Chain chain={chain} name={row.name} acts={acts} />
        </>
      )}
    </section>
  );
}

function Pictures({ id, on }: { id: string; on: PartOn }) {
  const pictures = picturesOf(on.items);
  if (pictures.length === 0) return null;
  return (
    <ul class="row">
      {pictures.map(({ item, file, alt }) => (
        <li key={item}>
          <img
            class="size-28 rounded-sm object-cover"
            src={productPaths.file(id, file)}
            alt={alt}
            width="112"
            height="112"
            loading="lazy"
          />
        </li>
      ))}
    </ul>
  );
}

function Twins({ twins }: Pick<Data, 'twins'>) {
  if (twins.length === 0) return null;
  return (
    <Note kind="soon" title="Mã vạch trùng với sản phẩm khác.">
      {twins.map(({ gtin, product, name, own }) => (
        <span key={product} class="block">
          <span class="num">{gtin}</span>: <a href={own ? productPaths.one(product) : `/san-pham/${product}`}>{name}</a>
        </span>
      ))}
    </Note>
  );
}

function Unplaced({ row }: { row: ProductRow }) {
  return (
    <Note kind="soon" title="Chưa xếp được xã.">
      Nguồn ghi: {row.placeNote ?? row.place ?? 'không có địa chỉ'}. Hỏi chủ thể rồi chọn xã hiện nay.
    </Note>
  );
}

/** Codes given through the years, old and new: labels, never rewritten (R6.6). */
function Codes({ row }: { row: ProductRow }) {
  if (row.codes.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="ma-san-pham">
      <h2 id="ma-san-pham" class="text-lg">
        Mã sản phẩm đã cấp
      </h2>
      <ul class="lines">
        {row.codes.map(({ code, on }) => (
          <li key={code} class="py-2">
            <span class="num">{code}</span>, ngày {formatDay(on)}
          </li>
        ))}
      </ul>
    </section>
  );
}
