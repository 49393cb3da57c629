/** A day of law: 'YYYY-MM-DD'. */
export type Day = string;

/** What is applied for (R2.5); exactly one is ticked. */
export type ApplicationKind = 'first' | 'upgrade' | 'reEvaluation';

export const KIND_WORDS: Readonly<Record<ApplicationKind, string>> = {
  first: 'Lần đầu',
  upgrade: 'Nâng hạng',
  reEvaluation: 'Đánh giá lại',
};

/** The legal representative as the forms ask for him or her; restricted data (R19.2). Null is left to be filled in. */
export interface Representative {
  name: string | null;
  sex: string | null;
  ethnicity: string | null;
  permanentAddress: string | null;
}
