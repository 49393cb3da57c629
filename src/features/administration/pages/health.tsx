import { page } from '#platform/http/page';
import { FactsList, formatMoment, formatNumber, formatSize, Note } from '#ui';
import { healthFacts } from '../queries.ts';
import { administrationPaths } from '../urls.ts';

/** Rows that may wait for the next seal before it is a warning: a few seconds of work. */
const UNSEALED_BORNE = 1000;
const LEAST_FREE = 1_000_000_000;

/** How the system is, in words: what is wrong, and what to do (U46). */
export const healthPage = page({
  permission: 'health.read',
  shell: 'desk',
  load: async (ctx) => ({ facts: await healthFacts(ctx.db), free: await ctx.files.free(), now: ctx.now }),
  head: () => 'Sức khỏe hệ thống',
  view: ({ facts, free }) => (
    <div class="stack-5">
      <h1>Sức khỏe hệ thống</h1>
      {facts.failed > 0 && (
        <Note kind="stop" title={`${facts.failed} thư không gửi được.`}>
          Kiểm tra máy chủ thư (SMTP_URL) rồi gửi lại từ{' '}
          <a href={`${administrationPaths.letters}?state=failed`}>thư đi</a>.
        </Note>
      )}
      {facts.unsealed > UNSEALED_BORNE && (
        <Note kind="soon" title={`${formatNumber(facts.unsealed)} dòng sổ chưa niêm phong.`}>
          Chạy lệnh ledger seal, rồi xem nhật ký máy chủ.
        </Note>
      )}
      {free < LEAST_FREE && (
        <Note kind="stop" title="Đĩa sắp đầy.">
          Còn {formatSize(free)}. Dọn đĩa hoặc chuyển kho tệp.
        </Note>
      )}
      {facts.failed === 0 && facts.unsealed <= UNSEALED_BORNE && free >= LEAST_FREE && (
        <Note kind="good" title="Mọi phần đang chạy tốt." />
      )}
      <FactsList
        facts={[
          { term: 'Cơ sở dữ liệu', value: `PostgreSQL ${facts.version}` },
          { term: 'Sổ ghi việc', value: `${formatNumber(facts.ledger)} dòng` },
          { term: 'Niêm phong gần nhất', value: facts.sealed ? formatMoment(new Date(facts.sealed)) : 'Chưa lần nào' },
          { term: 'Thư chờ gửi', value: <a href={administrationPaths.letters}>{formatNumber(facts.waiting)} thư</a> },
          { term: 'Chỗ trống cho tệp', value: formatSize(free) },
        ]}
      />
    </div>
  ),
});
