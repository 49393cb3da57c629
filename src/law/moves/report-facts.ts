/** The facts moves of reports are judged by. */

/** What a sent version is: its number, its hash, and what of its checks has neither been mended nor given a reason. */
export interface SendingFacts {
  readonly no: number;
  readonly hash: string;
  /** In words; must be empty. */
  readonly unsettled: readonly string[];
}

export interface ReportFacts {
  'report.send': SendingFacts;
  'report.sendToMinistry': SendingFacts;
  'report.issueCountry': SendingFacts;
  'report.giveBack': { readonly reason: string };
  'report.giveBackAtMinistry': { readonly reason: string };
  'report.correct': { readonly reason: string };
  'report.correctProvince': { readonly reason: string };
  'report.correctCountry': { readonly reason: string };
}
