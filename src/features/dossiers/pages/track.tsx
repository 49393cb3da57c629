import type { ProductSet } from '#law/rulebooks';
import type { SheetStanding } from '#law/sheet-state';
import { Button, FactsList, formatDay, Note, StatusTag, type Step, Timeline } from '#ui';
import type { AdviceWork } from '../advice-read.ts';
import { setWords } from '../progress.ts';
import type { Helper, SlipRow } from '../queries.ts';
import type { DossierRecord } from '../record.ts';
import type { Reviews } from '../reviews-read.ts';
import { applicationKinds } from '../schema.ts';
import {
  adviserPath,
  bundlePath,
  filedPath,
  formPath,
  hasResult,
  paths,
  reasonsPath,
  receiptPath,
  withdrawPath,
} from '../urls.ts';
import type { WalletPaper } from '../wallet.ts';
import { termOf } from '../words.ts';
import { AdviceShown } from './advice-shown.tsx';
import { EndingPapersNote } from './ending-papers.tsx';
import { Columns, HelpBox } from './parts.tsx';
import { ReviewsPart } from './reviews-part.tsx';

export interface TrackData {
  readonly dossier: DossierRecord;
  readonly papers: readonly WalletPaper[];
  readonly standing: SheetStanding;
  readonly set: ProductSet;
  readonly slips: readonly SlipRow[];
  readonly steps: readonly Step[];
  readonly help: readonly Helper[];
  readonly day: string;
  /** Papers that end before this day are warned of. */
  readonly soonOn: string;
  readonly mayWithdraw: boolean;
  readonly advice: AdviceWork;
  /** Papers the advisory team asked for may be sent now. */
  readonly mayAnswer: boolean;
  readonly reviews: Reviews;
  /** Which round it falls to, and the one it missed; null where that is settled. */
  readonly roundNote: string | null;
}

/** Where a handed-in dossier is, since when, who has it and what comes; with its receipt (U18, U20). */
export function Track({
  dossier,
  papers,
  standing,
  set,
  slips,
  steps,
  help,
  mayWithdraw,
  advice,
  mayAnswer,
  reviews,
  roundNote,
  day,
  soonOn,
}: TrackData) {
  const [slip] = slips;
  return (
    <Columns
      aside={
        <>
          <HelpBox helpers={help} />
          {mayWithdraw && (
            <p>
              <a class="text-lacquer" href={withdrawPath(dossier.id)}>
                Rút hồ sơ này
              </a>
            </p>
          )}
        </>
      }
    >
      <div>
        <p class="sm mut">
          {applicationKinds[dossier.kind]} · {setWords(set)}
        </p>
        <h1>{dossier.product.name}</h1>
        <p class="mt-2">
          <StatusTag status={`dossier.${dossier.state}`} />
        </p>
      </div>
      {dossier.state === 'submitted' && (
        <Note kind="good" icon="send" title="Đã nộp hồ sơ.">
          {dossier.commune.name} tiếp nhận, rồi kiểm tra trong {termOf('dossier.receive')}. Giữ giấy biên nhận để đối
          chiếu.
        </Note>
      )}
      {slip && (
        <div class="row">
          {dossier.state === 'recognised' && (
            <Button kind="main" icon="seal" href={paths.certificates}>
              Xem giấy chứng nhận
            </Button>
          )}
          <Button icon="down" href={receiptPath(dossier.id)}>
            Giấy biên nhận (PDF)
          </Button>
          <Button icon="down" href={receiptPath(dossier.id, 'docx')} download>
            Giấy biên nhận (Word)
          </Button>
        </div>
      )}
      <EndingPapersNote papers={papers} day={day} soonOn={soonOn} />
      <AdviceShown id={dossier.id} work={advice} day={day} answers={mayAnswer} />
      <section class="stack">
        <h2 class="text-lg">Hồ sơ đang ở đâu</h2>
        {roundNote && <p>{roundNote}</p>}
        <Timeline steps={steps} label="Hồ sơ đang ở đâu" />
      </section>
      <ReviewsPart reviews={reviews} />
      <section class="stack">
        <h2 class="text-lg">Nội dung đã nộp</h2>
        {dossier.submittedOn !== null && (
          <p>
            <Button icon="eye" href={filedPath(dossier.id)}>
              Xem toàn bộ hồ sơ đã nộp
            </Button>
          </p>
        )}
        <FactsList
          facts={[
            slip && { term: 'Phiếu số', value: slip.text },
            dossier.submittedOn !== null && { term: 'Ngày nộp', value: formatDay(dossier.submittedOn) },
            dossier.productCode !== null && { term: 'Mã số sản phẩm', value: dossier.productCode },
            {
              term: 'Tự chấm',
              value: `${standing.total} điểm, ${standing.star} sao`,
              sub: <a href={adviserPath(dossier.id)}>Còn thiếu gì để lên sao?</a>,
            },
            hasResult(dossier) && {
              term: 'Kết quả',
              value: <a href={reasonsPath(dossier.id)}>Vì sao được kết quả này</a>,
            },
            { term: 'Giấy tờ', value: `${papers.length} giấy tờ` },
            {
              term: 'Bản in',
              value: (
                <>
                  <a href={formPath(dossier.id, '01')}>Mẫu số 01</a>, <a href={formPath(dossier.id, '02')}>Mẫu số 02</a>
                </>
              ),
            },
            {
              term: 'Cả bộ hồ sơ',
              value: (
                <a href={bundlePath(dossier.id)} download>
                  Tải về máy (ZIP)
                </a>
              ),
            },
          ]}
        />
      </section>
    </Columns>
  );
}
