import { Button } from '#ui';
import type { SessionRecord } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** The seal of an opened session, the file it seals, and how anyone checks it. */
export function SessionSeal({ session, seal }: { session: SessionRecord; seal: string | null }) {
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
