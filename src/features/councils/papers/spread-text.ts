/** The paragraph of the minutes about members who differed too much, written from what was decided and on which marks. */

/** One side of a pair, as the paragraph names it. */
interface Side {
  readonly name: string;
  readonly total: number;
}
interface Mark {
  readonly points: number;
  readonly note: string | null;
}

export interface SpreadStory {
  readonly product: string;
  readonly limit: number;
  /** Decisions in their order; the last one may have left pairs over the limit. */
  readonly rounds: readonly {
    readonly outcome: 'rescored' | 'kept';
    readonly reason: string;
    readonly mean: string;
    readonly pairs: readonly Pair[];
  }[];
  /** As the result stands now. */
  readonly now: { readonly mean: string; readonly widest: number; readonly pairs: readonly Pair[] };
}
interface Pair {
  readonly higher: Side;
  readonly lower: Side;
  readonly difference: number;
  readonly causes: readonly {
    readonly criterion: string;
    readonly title: string;
    readonly higher: Mark;
    readonly lower: Mark;
  }[];
}

/** Sentences for the minutes, one a decision and one for how it ended; empty when members never differed too much. */
export function spreadParagraphs({ limit, rounds, now }: SpreadStory): string[] {
  const told = rounds.map(({ outcome, reason, mean, pairs }, at) => {
    const done = outcome === 'rescored' ? 'Hội đồng chấm lại' : 'Hội đồng giữ kết quả';
    return `Lần chấm ${at + 1}, trung bình ${mean} điểm: ${pairsInWords(pairs, limit)} ${done}. Lý do: ${ended(reason)}`;
  });
  const last = rounds.at(-1);
  if (last?.outcome === 'kept') return told;
  if (now.pairs.length > 0) {
    const lead = last ? `Sau khi chấm lại, trung bình ${now.mean} điểm: ` : '';
    return [...told, `${lead}${pairsInWords(now.pairs, limit)} Chưa xử lý.`];
  }
  if (!last) return [];
  const width = `chênh lệch rộng nhất ${now.widest} điểm, trong giới hạn của Quy chế.`;
  return [...told, `Sau khi chấm lại: trung bình ${now.mean} điểm, ${width}`];
}

function pairsInWords(pairs: readonly Pair[], limit: number): string {
  const [widest] = pairs;
  if (!widest) return '';
  const { higher, lower, difference, causes } = widest;
  const many = pairs.length > 1 ? `${pairs.length} cặp phiếu chênh quá ${limit} điểm, rộng nhất là ` : '';
  const who = `${many}${higher.name} ${higher.total} điểm và ${lower.name} ${lower.total} điểm, chênh ${difference} điểm.`;
  const why = causes.map((one) => {
    const notes = [said(higher.name, one.higher.note), said(lower.name, one.lower.note)].filter(Boolean).join('; ');
    const marks = `${higher.name} ${one.higher.points} điểm, ${lower.name} ${one.lower.points} điểm`;
    return `${one.criterion} ${one.title} (${marks}${notes ? `; ${notes}` : ''})`;
  });
  return why.length === 0 ? who : `${who} Chênh nhiều nhất ở tiêu chí ${why.join('; ')}.`;
}

const said = (name: string, note: string | null) => (note ? `${name} nhận xét: “${note.trim()}”` : '');
const ended = (reason: string) => (/[.!?…]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`);
