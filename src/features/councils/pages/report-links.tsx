import { officePaths } from '#features/dossiers';
import type { CouncilLevel } from '../level.ts';

interface Row {
  readonly dossier: string;
  readonly product: string;
  readonly hasReport: boolean;
}

/** For each dossier without the advisory team's report: where the office writes it down. Nothing where all have one. */
export function ReportLinks({ rows, level }: { rows: readonly Row[]; level: CouncilLevel }) {
  const without = rows.filter((one) => !one.hasReport);
  if (without.length === 0) return null;
  const pathOf = level === 'central' ? officePaths.centralAdvice : officePaths.advice;
  return (
    <ul class="stack-2">
      {without.map((one) => (
        <li key={one.dossier}>
          <a class="line" href={pathOf(one.dossier)}>
            Ghi báo cáo Tổ tư vấn: {one.product}
          </a>
        </li>
      ))}
    </ul>
  );
}
