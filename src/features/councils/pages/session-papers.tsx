import { Button, type IconName } from '#ui';
import type { SessionRecord, SessionSeat } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

interface Shown {
  readonly session: SessionRecord;
  readonly scoring: readonly SessionSeat[];
  readonly mayPrintSheets: boolean;
  readonly mayEnterPapers: boolean;
  /** The reader has stepped back from none of its products. */
  readonly whole: boolean;
  /** Names are kept from the reader until the scores are open. */
  readonly blind: boolean;
}

/** Everything a session prints, each paper as Word and PDF; papers of the result once the scores are open. */
export function SessionPapers({ session, scoring, mayPrintSheets, mayEnterPapers, whole, blind }: Shown) {
  const path = councilPaths.session(session.id);
  const opened = whole && (session.state === 'opened' || session.state === 'concluded');
  return (
    <section class="stack-4 noprint" aria-labelledby="van-ban">
      <h2 id="van-ban">Văn bản</h2>
      <ul class="stack-3 max-w-2xl">
        <Paper words="Giấy mời" href={`${path}/giay-moi`} />
        {!blind && <Paper words="Báo cáo của Tổ tư vấn" href={`${path}/to-tu-van`} />}
        {opened && (
          <>
            <Paper words="Biên bản" href={`${path}/bien-ban`} />
            <Paper words="Bảng điểm tổng hợp" href={`${path}/tong-hop`} icon="table" />
            <Paper words="Báo cáo của Hội đồng" href={`${path}/bao-cao`} />
          </>
        )}
      </ul>
      {session.state === 'scoring' && mayPrintSheets && <PaperSheets path={path} scoring={scoring} />}
      {mayEnterPapers && session.state !== 'preparing' && (
        <p>
          <Button href={councilPaths.papers(session.id)} icon="pen">
            Nhập từ bản giấy
          </Button>
        </p>
      )}
    </section>
  );
}

/** One paper: its name and its two forms side by side. */
function Paper({ words, href, icon = 'paper' }: { words: string; href: string; icon?: IconName }) {
  return (
    <li class="row line between">
      <span>{words}</span>
      <span class="row line tight">
        <Button href={`${href}.docx`} icon={icon} download small>
          Word<span class="sr">: {words}</span>
        </Button>
        <Button href={`${href}.pdf`} icon={icon} download small>
          PDF<span class="sr">: {words}</span>
        </Button>
      </span>
    </li>
  );
}

/** Sheets to be filled in by hand where the network fails: every member's own, with a QR a sheet. */
function PaperSheets({ path, scoring }: { path: string; scoring: readonly SessionSeat[] }) {
  return (
    <details>
      <summary>Phiếu giấy có mã QR</summary>
      <div class="stack-3 mt-4">
        <p class="mut">
          Dùng khi không chấm được trên máy. Mỗi phiếu có mã riêng của một thành viên và một sản phẩm; quét mã để mở
          đúng phiếu.
        </p>
        <ul class="stack-3">
          {scoring.map((one) => (
            <Paper key={one.seat} words={`Phiếu của ${one.name}`} href={`${path}/phieu-giay/${one.seat}/phieu`} />
          ))}
        </ul>
      </div>
    </details>
  );
}
