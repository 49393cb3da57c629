import { EVIDENCE } from '#law/dossier';
import { page } from '#platform/http/page';
import { ExamplePaper, Timeline } from '#ui';
import { guideOf } from '../guides.ts';
import { helpers } from '../queries.ts';
import { paths } from '../urls.ts';
import { certificateTerm, termOf } from '../words.ts';
import { Columns, HelpBox } from './parts.tsx';

/** Which papers are needed, how it goes and who helps, in plain words (U13, U22). */
export const helpPage = page({
  permission: 'dossier.start',
  shell: 'phone',
  load: async (ctx) => ({ help: await helpers(ctx.db, ctx.actor.producers, ctx.day), day: ctx.day }),
  head: () => ({ title: 'Trợ giúp', here: paths.help }),
  view: ({ help, day }) => (
    <Columns aside={<HelpBox helpers={help} />}>
      <h1>Trợ giúp</h1>
      <section class="stack">
        <h2 class="text-lg">Hồ sơ đi qua những bước nào</h2>
        <Timeline
          label="Các bước của một hồ sơ"
          steps={[
            { state: 'next', what: 'Bạn lập và nộp hồ sơ', when: 'Khoảng 30 phút nếu đã có giấy tờ' },
            { state: 'next', what: 'Xã kiểm tra và đánh giá bốn nội dung', when: `Trong ${termOf('dossier.receive')}` },
            { state: 'next', what: 'Tỉnh đưa hồ sơ vào đợt đánh giá', when: 'Hai đợt mỗi năm' },
            { state: 'next', what: 'Hội đồng tỉnh chấm điểm' },
            {
              state: 'next',
              what: 'Nhận thông báo kết quả và giấy chứng nhận',
              when: `Từ 3 sao, dùng trong ${certificateTerm(day)}`,
            },
          ]}
        />
      </section>
      <section class="stack">
        <h2 class="text-lg">Giấy tờ thường cần</h2>
        <p class="ink2">Giấy tờ nào đã nộp lần trước thì dùng lại được. Một giấy tờ dùng được cho nhiều tiêu chí.</p>
        <ul class="stack">
          {EVIDENCE.map(({ id, name, requirement }) => (
            <li key={id} class="stack-2">
              <div>
                <b>{name}</b>
                <span class="ink2 block">{requirement}</span>
              </div>
              <Example kind={id} />
            </li>
          ))}
        </ul>
      </section>
    </Columns>
  ),
});

function Example({ kind }: { kind: string }) {
  const guide = guideOf(kind);
  if (!guide) return null;
  return (
    <details>
      <summary>Thế nào là đạt</summary>
      <div class="mt-2">
        <ExamplePaper shape={guide.shape} words={guide.words} />
      </div>
    </details>
  );
}
