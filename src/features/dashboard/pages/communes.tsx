import { type CommunePoint, SizedMap } from '#features/maps';
import { targetPaths } from '#features/targets';
import { DataTable, formatNumber } from '#ui';
import type { BoardFigure } from '../board.ts';
import type { CommunePlan } from '../communes.ts';

/** Plans given to communes for the year, those not reached first. */
export function CommunePlans({ plans }: { plans: readonly CommunePlan[] }) {
  if (plans.length === 0) return null;
  const behind = plans.filter(({ reached }) => reached === false).length;
  return (
    <section class="stack-4" aria-labelledby="chi-tieu-xa">
      <div class="sechd">
        <h2 id="chi-tieu-xa">Kế hoạch giao cho xã trong năm</h2>
      </div>
      <p class="ink2">
        {formatNumber(behind)}/{formatNumber(plans.length)} chỉ tiêu chưa đạt.
      </p>
      <DataTable
        caption="Chỉ tiêu giao cho xã, chưa đạt đứng trước"
        rows={plans.toSorted((a, b) => Number(a.reached ?? true) - Number(b.reached ?? true))}
        keyOf={({ target }) => target}
        columns={[
          {
            head: 'Xã, phường',
            rowHead: true,
            cell: ({ target, commune, name }: CommunePlan) => (
              <>
                <a href={targetPaths.one(target)}>{commune}</a>
                <span class="sub font-normal">{name}</span>
              </>
            ),
          },
          { head: 'Kế hoạch', cell: ({ plan }: CommunePlan) => plan },
          {
            head: 'Kết quả',
            number: true,
            cell: ({ result, href }: CommunePlan) =>
              href === null ? formatNumber(result) : <a href={href}>{formatNumber(result)}</a>,
          },
          { head: 'So sánh', cell: ({ words }: CommunePlan) => words },
        ]}
      />
    </section>
  );
}

interface MapProps {
  readonly province: string;
  readonly name: string;
  readonly points: readonly CommunePoint[];
  /** Figures of the units, `unit.` and their code. */
  readonly parts: readonly BoardFigure[];
}

/** Communes that have a point, each as large as its number and leading to its list; the table beside has all of them. */
export function CommuneMap({ province, name, points, parts }: MapProps) {
  const byCode = new Map(parts.map((one) => [one.id.slice('unit.'.length), one]));
  const drawn = points.flatMap(({ code, ...where }) => {
    const part = byCode.get(code);
    if (part === undefined || !part.value) return [];
    const words = `${part.label}: ${formatNumber(part.value)} sản phẩm`;
    return [{ ...where, code, words, value: part.value, href: part.href }];
  });
  if (drawn.length === 0) return null;
  const withProducts = parts.filter(({ value }) => value).length;
  return (
    <section class="stack-4" aria-labelledby="ban-do-xa">
      <div class="sechd">
        <h2 id="ban-do-xa">Trên bản đồ</h2>
      </div>
      <SizedMap code={province} points={drawn} title={`Sản phẩm còn hiệu lực theo xã, ${name}`} />
      <p class="sm mut">
        Chấm càng lớn càng nhiều sản phẩm. {formatNumber(drawn.length)}/{formatNumber(withProducts)} xã có sản phẩm có
        tọa độ, lấy từ làng nghề và vùng nguyên liệu đã nhập; bảng bên có đủ các xã. Đường nét: Natural Earth.
      </p>
    </section>
  );
}
