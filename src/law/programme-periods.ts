/** Periods of the programme (R1.3): one row each, with the act that made it. A new period is a new row. */
import type { Day } from './answers.ts';

export interface ProgrammePeriod {
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
  readonly act: string;
}

/** In order. For 2026–2030 no decision of its own on the programme is known; it rests on the criteria in force. */
export const PROGRAMME_PERIODS: readonly ProgrammePeriod[] = [
  { from: '2018-01-01', to: '2020-12-31', name: 'Giai đoạn 2018–2020', act: 'Quyết định số 490/QĐ-TTg' },
  { from: '2021-01-01', to: '2025-12-31', name: 'Giai đoạn 2021–2025', act: 'Quyết định số 919/QĐ-TTg' },
  { from: '2026-01-01', to: '2030-12-31', name: 'Giai đoạn 2026–2030', act: 'Quyết định số 26/2026/QĐ-TTg' },
];
