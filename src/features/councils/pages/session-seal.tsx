import { Button } from '#ui';
import type { SessionRecord } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import type { May } from './session-parts.tsx';

interface Shown {
  readonly session: SessionRecord;
  readonly seal: string | null;
  readonly may: May;
}

/** Ways to the pages that help a council to be just: conflicts before, the report and the dry run after. */
export function SessionCare({ session, may, blind }: Pick<Shown, 'session' | 'may'> & { blind: boolean }) {
  const opened = session.state === 'opened' || session.state === 'concluded';
  const ways = [
    may.showPaper &&
      session.regulation.anonymous !== 'named' &&
      (['Hồ sơ ẩn danh', councilPaths.blind(session.id)] as const),
    may.readConflicts && !blind && (['Xung đột lợi ích', councilPaths.conflicts(session.id)] as const),
    opened && may.judging && (['Báo cáo về việc chấm điểm', councilPaths.judging(session.id)] as const),
    opened && may.try && (['Thử quy chế khác', councilPaths.dryRun(session.id)] as const),
  ].filter((one) => one !== false && one !== undefined);
  if (ways.length === 0) return null;
  return (
    <nav class="row tight" aria-label="Công bằng trong chấm điểm">
      {ways.map(([words, href]) => (
        <Button key={href} href={href}>
          {words}
        </Button>
      ))}
    </nav>
  );
}

/** The seal of an opened session, the file it seals, and how anyone checks it. */
export function SessionSeal({ session, seal }: Pick<Shown, 'session' | 'seal'>) {
  if (seal === null) return null;
  return (
    <section class="stack-3" aria-labelledby="niem-phong">
      <h2 id="niem-phong">Niêm phong của phiên</h2>
      <p>
        <code class="break-all">{seal}</code>
      </p>
      <p class="mut">
        {session.state === 'concluded'
          ? 'Mã này in trong biên bản và không đổi nữa.'
          : 'Mã này in trong biên bản; chốt biên bản xong thì không đổi nữa.'}{' '}
        Tệp hồ sơ phiên có mọi phiếu, mọi bản, quy chế và kết quả. Ai có tệp đều kiểm tra lại được, không cần hệ thống:{' '}
        <code>saolang verify-session TỆP</code>
      </p>
      <p>
        <Button href={councilPaths.record(session.id)} icon="lock" download>
          Tải tệp hồ sơ phiên
        </Button>
      </p>
    </section>
  );
}
