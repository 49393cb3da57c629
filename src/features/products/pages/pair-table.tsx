/** Two records of products side by side: every part, what hangs on each, and where they differ. */
import type { ComponentChildren } from 'preact';
import { moneyWords, type ProductYear, shownOf } from '#features/product-years';
import { factsOf, type PartOn } from '#features/record-parts';
import { dayText } from '#law/days';
import { stateWords } from '#law/moves';
import { formatDay, StarRow, StatusTag } from '#ui';
import { picturesOf } from '../change.ts';
import type { Hanging } from '../pair.ts';
import type { ChainLink, ProductRow } from '../record.ts';
import { PARTS } from '../sections.ts';
import { productPaths } from '../urls.ts';
import { KIND_WORDS } from '../words.ts';

/** One of the two records. */
export interface Side {
  readonly row: ProductRow;
  readonly parts: readonly PartOn[];
  readonly chain: readonly ChainLink[];
  readonly years: readonly ProductYear[];
  readonly hanging: Hanging;
}

interface Line {
  readonly title: string;
  /** Nothing on either side. */
  readonly blank: boolean;
  readonly differs: boolean;
  readonly cell: (side: Side) => ComponentChildren;
}

/** The table; what differs is marked in words. */
export function Compared({ kept, left }: { kept: Side; left: Side }) {
  return (
    <table class="tb fold">
      <caption class="sr">Hai hồ sơ cạnh nhau</caption>
      <thead>
        <tr>
          <th scope="col">Phần</th>
          <th scope="col">Giữ lại</th>
          <th scope="col">Nhập vào</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(kept, left)
          .filter(({ blank }) => !blank)
          .map(({ title, differs, cell }) => (
            <tr key={title}>
              <th scope="row" class="w">
                {title}
                {differs && <span class="sub font-normal">Khác nhau</span>}
              </th>
              <td class="w" data-head="Giữ lại">
                {cell(kept)}
              </td>
              <td class="w" data-head="Nhập vào">
                {cell(left)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function linesOf(kept: Side, left: Side): Line[] {
  const parts = kept.parts.map(({ part }): Line => {
    const of = (side: Side) => side.parts.find((one) => one.part.key === part.key);
    const texts = [of(kept), of(left)].map((on) => (on ? textOf(on) : ''));
    return {
      title: part.title,
      blank: texts.every((text) => text === ''),
      differs: texts[0] !== texts[1],
      cell: (side) => {
        const on = of(side);
        return on ? <Said on={on} id={side.row.id} /> : null;
      },
    };
  });
  const more = (title: string, read: (side: Side) => readonly unknown[] | null, cell: Line['cell']): Line => {
    const [own, theirs] = [read(kept) ?? [], read(left) ?? []];
    return {
      ...{ title, cell: (side: Side) => ((read(side) ?? []).length === 0 ? <None /> : cell(side)) },
      blank: own.length === 0 && theirs.length === 0,
      differs: JSON.stringify(own) !== JSON.stringify(theirs),
    };
  };
  return [
    more(
      'Chủ thể',
      ({ row }) => (row.producer === null ? [] : [row.producer]),
      ({ row }) => row.producerName,
    ),
    ...parts,
    more(
      'Các lần công nhận',
      ({ chain }) => chain,
      ({ chain }) => <Chains chain={chain} />,
    ),
    more(
      'Mã sản phẩm',
      ({ row }) => row.codes,
      ({ row }) => <span class="num">{row.codes.map(({ code }) => code).join('; ')}</span>,
    ),
    more(
      'Hồ sơ',
      ({ hanging }) => hanging.dossiers,
      ({ hanging }) => <Dossiers hanging={hanging} />,
    ),
    more(
      'Số liệu năm',
      ({ years }) => years.map(({ year }) => year),
      ({ years }) => <Years years={years} />,
    ),
    more(
      'Hệ thống quốc gia',
      ({ hanging }) => (hanging.national ? [hanging.national] : []),
      ({ hanging: { national } }) =>
        national && `${national.id ?? 'chưa có mã'}, chuyển ngày ${formatDay(national.on)}`,
    ),
    more(
      'Nơi bán, mùa vụ',
      ({ hanging }) => (hanging.selling ? [hanging.selling] : []),
      ({ hanging: { selling } }) =>
        selling &&
        [
          selling.place,
          selling.links > 0 && `${selling.links} trang bán hàng`,
          selling.months > 0 && `${selling.months} tháng trong năm`,
        ]
          .filter(Boolean)
          .join('; '),
    ),
    more(
      'Gắn với',
      ({ hanging }) => (otherOf(hanging) === '' ? [] : [otherOf(hanging)]),
      ({ hanging }) => otherOf(hanging),
    ),
    {
      ...{ title: 'Trang', blank: false, differs: false },
      cell: ({ row }) => <a href={productPaths.one(row.id)}>Mở hồ sơ</a>,
    },
  ];
}

const otherOf = ({ listRows, reports, ties }: Hanging): string =>
  [
    listRows > 0 && `${listRows} dòng danh sách đã công bố`,
    reports > 0 && `${reports} phản ánh`,
    ties > 0 && `${ties} ghi nhận về xung đột lợi ích`,
  ]
    .filter(Boolean)
    .join(', ');

const textOf = ({ value, items }: PartOn): string =>
  JSON.stringify([value && Object.entries(value).toSorted(), items.map((item) => item.value)]).replace('[null,[]]', '');

const None = () => <span class="mut">Chưa ghi</span>;

function Said({ on: { part, value, items }, id }: { on: PartOn; id: string }) {
  if (part.key === PARTS.picture.key && items.length > 0)
    return (
      <ul class="row">
        {picturesOf(items).map(({ item, file, alt }) => (
          <li key={item}>
            <img
              class="size-20 rounded-sm object-cover"
              src={productPaths.file(id, file)}
              alt={alt}
              width="80"
              height="80"
              loading="lazy"
            />
          </li>
        ))}
      </ul>
    );
  if (part.many)
    return items.length === 0 ? (
      <None />
    ) : (
      items.map((one) => (
        <span key={one.item} class="block">
          {String(one.value[part.many?.by ?? ''] ?? part.many?.one)}
        </span>
      ))
    );
  const facts = value === null ? [] : factsOf(part, value);
  if (facts.length === 0) return <None />;
  if (facts.length === 1) return <span class="whitespace-pre-line">{facts[0]?.value}</span>;
  return (
    <>
      {facts.map(({ term, value: said }) => (
        <span key={term} class="block">
          <span class="mut">{term}: </span>
          {said}
        </span>
      ))}
    </>
  );
}

function Chains({ chain }: { chain: readonly ChainLink[] }) {
  return (
    <ul class="stack-2">
      {chain.toReversed().map((one) => (
        <li key={one.id}>
          {one.star !== null && <StarRow stars={one.star} />}
          <span class="block sm">
            {[one.decision, one.issuedLatest && `ngày ${dayText(one.issuedLatest)}`, one.issuer]
              .filter(Boolean)
              .join(', ') || 'Không ghi quyết định'}
          </span>
          <StatusTag status={`certificate.${one.status.state}`} />
        </li>
      ))}
    </ul>
  );
}

function Dossiers({ hanging: { dossiers } }: { hanging: Hanging }) {
  return (
    <ul class="stack-2">
      {dossiers.map(({ id, kind, state }) => (
        <li key={id}>
          <a href={`/ho-so/${id}`}>{KIND_WORDS[kind] ?? 'Hồ sơ'}</a>
          <span class="sm ink2 block">{stateWords('dossier', state).name}</span>
        </li>
      ))}
    </ul>
  );
}

function Years({ years }: { years: readonly ProductYear[] }) {
  return (
    <ul>
      {years.map((one) => {
        const version = shownOf(one);
        return (
          <li key={one.id}>
            Năm {one.year}
            {version && `: ${moneyWords(version.revenue)}`} <StatusTag status={`productYear.${one.state}`} />
          </li>
        );
      })}
    </ul>
  );
}
