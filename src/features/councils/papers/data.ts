/** A day of law: 'YYYY-MM-DD'. */
export type Day = string;

/** A person on a council or team, as papers name him or her. */
export interface PersonLine {
  name: string;
  /** 'Phó Chủ tịch Ủy ban nhân dân tỉnh' */
  position: string;
  /** 'Chủ tịch Hội đồng', 'Ủy viên', 'Thư ký' */
  role: string;
}

/** How the council gives its opinion (R4.7). */
export type SessionMode = 'meeting' | 'written';

/** A product on the agenda. */
export interface AgendaProduct {
  name: string;
  producer: string;
  productCode: string | null;
}
