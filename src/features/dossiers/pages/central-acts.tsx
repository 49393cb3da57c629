import type { ReadContext } from '#platform/http/context';
import { Button } from '#ui';
import { officePaths } from '../commune-urls.ts';
import type { Outcome } from '../outcome.ts';
import type { DossierRecord } from '../record.ts';
import { DecideNext } from './commune-outcome.tsx';

/** An act of the five-star way that is open to the reader now. */
export interface CentralWay {
  readonly verb: string;
  readonly href: string;
  readonly words: string;
}

const WAYS: Readonly<Record<string, readonly { verb: string; path: (id: string) => string; words: string }[]>> = {
  candidate: [{ verb: 'dossier.sendPackage', path: officePaths.sendPackage, words: 'Gửi hồ sơ lên Bộ' }],
  sentToMinistry: [
    { verb: 'dossier.takeIn', path: officePaths.takeIn, words: 'Tiếp nhận vào đợt của Bộ' },
    { verb: 'dossier.askPackage', path: officePaths.askPackage, words: 'Yêu cầu tỉnh hoàn thiện' },
  ],
  central: [
    {
      verb: 'dossier.reportCentralAdvice',
      path: officePaths.centralAdvice,
      words: 'Ghi báo cáo của Tổ tư vấn trung ương',
    },
  ],
  centralConcluded: [
    { verb: 'dossier.returnResult', path: officePaths.returnResult, words: 'Thông báo kết quả cho tỉnh' },
  ],
  centralReturned: [
    { verb: 'dossier.evaluateAgain', path: officePaths.evaluateAgain, words: 'Tổ chức đánh giá lại ở tỉnh' },
  ],
};

/** The acts the policy leaves open to the reader in the dossier's state. */
export async function centralWays(ctx: ReadContext, { id, state }: DossierRecord): Promise<CentralWay[]> {
  const ways = WAYS[state] ?? [];
  const open = await Promise.all(ways.map((one) => ctx.may(one.verb, id)));
  return ways.filter((_, at) => open[at]).map(({ verb, path, words }) => ({ verb, href: path(id), words }));
}

interface CentralProps {
  readonly ways: readonly CentralWay[];
  readonly outcome: Outcome | undefined;
  /** The team's report is there: the dossier goes into a session next. */
  readonly schedules: boolean;
}

/** Where a dossier is put into a session. */
export function Schedule() {
  return (
    <Button kind="main" href="/phien">
      Xếp vào phiên họp Hội đồng
    </Button>
  );
}

/** Buttons, the likeliest first. A result of five stars leads to the decision only, a lower one not to it at the Ministry. */
export function CentralActs({ ways, outcome, schedules }: CentralProps) {
  const five = outcome?.star === 5;
  const shown = ways.filter((one) => !(five && one.verb === 'dossier.returnResult'));
  const decides = outcome?.mayDecide === true && (five || !ways.some((one) => one.verb === 'dossier.returnResult'));
  return (
    <div class="stack">
      {decides && outcome && <DecideNext outcome={outcome} />}
      {shown.length > 0 && (
        <section class="row" aria-label="Hồ sơ 5 sao">
          {schedules && <Schedule />}
          {shown.map((one, at) => (
            <Button key={one.verb} kind={at === 0 && !decides && !schedules ? 'main' : 'plain'} href={one.href}>
              {schedules && one.verb === 'dossier.reportCentralAdvice'
                ? 'Sửa báo cáo của Tổ tư vấn trung ương'
                : one.words}
            </Button>
          ))}
        </section>
      )}
    </div>
  );
}
