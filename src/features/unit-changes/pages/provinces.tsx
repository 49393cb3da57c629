import { FactsList, formatNumber, Note } from '#ui';
import { codesIn } from '../communes.ts';
import type { Differing, ProvinceFollows, ProvincePreview } from '../province-preview.ts';
import type { ChangeRecord, UnitNow } from '../read.ts';

interface Data {
  readonly change: ChangeRecord;
  readonly units: readonly UnitNow[];
  readonly preview: ProvincePreview;
}

/** What else follows when provinces become one, or one leaves another. */
export function OfProvinces({ change, units, preview }: Data) {
  const { provinces, sameNames, differing, parting } = preview;
  const heir = heirName(change, units);
  return (
    <>
      {provinces.map((one) => (
        <Ending key={one.unit} of={one} name={units.find(({ id }) => id === one.unit)?.name ?? ''} heir={heir} />
      ))}
      {parting && <Parting of={parting} heir={heir} stays={units[0]?.name ?? ''} />}
      {change.kind === 'merge' && <Codes change={change} />}
      {sameNames.length > 0 && (
        <Note kind="soon" title={`${formatNumber(sameNames.length)} tên xã sẽ trùng nhau trong ${heir}.`}>
          {sameNames.map(({ name, n }) => `${name} (${n})`).join(', ')}. Thay đổi vẫn ghi được; đổi tên từng xã theo văn
          bản nếu có.
        </Note>
      )}
      {differing.length > 0 && (
        <Note kind="soon" title="Các tỉnh đang khác nhau, không chọn thay.">
          <ul class="bullets">
            {differing.map((one) => (
              <li key={one.key}>{differingWords(one)}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

function heirName({ plan }: ChangeRecord, units: readonly UnitNow[]): string {
  const [made] = plan.made;
  if (made) return `${made.type} ${made.name}`;
  return units.find(({ id }) => id === plan.stays)?.name ?? '';
}

function differingWords({ key, values }: Differing): string {
  const each = values.map(({ unit, value }) => `${unit}: ${value}`).join('; ');
  return key === 'region'
    ? `Vùng của tỉnh mới để trống (${each})`
    : `Thiết lập ${key} theo giá trị chung của hệ thống (${each})`;
}

/** A line of what there is; none where there is nothing. */
const counted = (term: string, n: number, words: string) => n > 0 && { term, value: `${formatNumber(n)} ${words}` };

function Ending({ of, name, heir }: { of: ProvinceFollows; name: string; heir: string }) {
  const clash = of.rounds.some(({ taken }) => taken);
  return (
    <section class="box stack-2">
      <h3>
        {name} kết thúc, {heir} làm tiếp
      </h3>
      <FactsList
        facts={[
          {
            term: 'Xã, phường',
            value: `${formatNumber(of.communes)} xã, phường thuộc ${heir}, giữ tên`,
            sub:
              of.communeAccounts > 0
                ? `${formatNumber(of.communeAccounts)} tài khoản cấp xã ở nguyên xã mình`
                : undefined,
          },
          of.rounds.length > 0 && {
            term: 'Đợt đánh giá chưa xong',
            value: of.rounds.map(({ no, year }) => `đợt ${no} năm ${year}`).join(', '),
            sub: clash ? `Số đợt trùng với ${heir} sẽ mang số tiếp theo` : undefined,
          },
          (of.councils.length > 0 || of.sessions > 0) && {
            term: 'Hội đồng',
            value: of.councils.join('; ') || 'Không còn hội đồng đang hoạt động',
            sub: `${formatNumber(of.sessions)} phiên đang mở làm tiếp đến kết luận; phiên mới cần Hội đồng do ${heir} thành lập`,
          },
          counted('Dự thảo quyết định', of.decisions, `bản, do ${heir} ban hành`),
          counted('Ủy quyền ký', of.mandates, 'văn bản hết hiệu lực từ ngày này; ghi văn bản mới của tỉnh mới'),
          counted('Việc được giao', of.tasks, `việc, ${heir} làm tiếp`),
          counted('Báo cáo đang soạn', of.reports, `báo cáo, ${heir} gửi; vẫn nói về ${name}`),
          counted('Danh sách đang nhập', of.imports, `danh sách, ${heir} làm tiếp`),
          counted('Chỉ tiêu, kế hoạch', of.targets, `chỉ tiêu giữ tên ${name}; kế hoạch của ${heir} ghi riêng`),
          counted('Ban chỉ đạo, tổ giúp việc', of.bodies, 'tổ chức giữ trong sổ; ghi giải thể theo văn bản'),
        ]}
      />
    </section>
  );
}

function Codes({ change }: { change: ChangeRecord }) {
  const codes = codesIn(change.plan.codes);
  return (
    <p>
      {codes.length === 0
        ? 'Mọi xã, phường giữ mã.'
        : `Mã mới: ${codes.map(({ code, newCode }) => `${code} thành ${newCode}`).join('; ')}. Các xã khác giữ mã.`}
    </p>
  );
}

function Parting({
  of: { communes, products, producers, dossiers, staying },
  heir,
  stays,
}: {
  of: NonNullable<ProvincePreview['parting']>;
  heir: string;
  stays: string;
}) {
  return (
    <section class="box stack-2">
      <h3>Về {heir}</h3>
      <FactsList
        facts={[
          { term: 'Xã, phường', value: `${formatNumber(communes.length)}: ${communes.join(', ')}` },
          {
            term: 'Chủ thể, sản phẩm',
            value: `${formatNumber(producers)} chủ thể, ${formatNumber(products)} sản phẩm`,
            sub: `Chủ thể, sản phẩm chưa rõ xã ở lại ${stays} cho đến khi xếp xã`,
          },
          {
            term: 'Hồ sơ đang làm',
            value: `${formatNumber(dossiers)} chưa vào đợt chuyển về ${heir}`,
            sub: staying > 0 ? `${formatNumber(staying)} đã vào đợt do ${stays} làm tiếp` : undefined,
          },
          {
            term: 'Tài khoản',
            value: 'Tài khoản xã theo xã',
            sub: `Tài khoản cấp tỉnh ở lại ${stays}; giao lại ở trang Tài khoản`,
          },
          { term: 'Chỉ tiêu, kế hoạch, hội đồng', value: `Ở lại ${stays}; ${heir} lập của mình` },
        ]}
      />
    </section>
  );
}
