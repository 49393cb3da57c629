/** The act in force as official papers cite it; its number and day are those of the rulebook (a test compares them). */
import { article26 } from './answers.ts';

export interface CitedAct {
  /** 'Quyết định số 26/2026/QĐ-TTg' */
  readonly short: string;
  /** With day, issuer and title. */
  readonly full: string;
}

const short = article26('').act;

export const ACT_IN_FORCE: CitedAct = {
  short,
  full: `${short} ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm`,
};
