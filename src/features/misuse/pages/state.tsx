import { z } from 'zod';
import { publicPage } from '#platform/http/page';
import { Button, formatDay, formatMoment, type Step, Timeline } from '#ui';
import { type PublicState, reportByNumber } from '../queries.ts';
import { reportPath, reportStatePath } from '../urls.ts';
import { findingWords, kindWords, type Lang } from '../words.ts';
import { NumberForm } from './number-form.tsx';

interface Data {
  readonly number: string;
  readonly report: PublicState | null;
}

/** Where a report stands, for whoever holds its number: nothing of what was written in it, no person. */
export const reportStatePage = publicPage({
  params: z.object({ number: z.string().min(1).max(40) }),
  shell: 'public',
  cache: 'private',
  async load(ctx, { number }): Promise<Data> {
    return { number, report: await reportByNumber(ctx.db, number) };
  },
  head: ({ number, report }, ctx) => {
    const twin = reportStatePath(number, ctx.lang === 'en' ? 'vi' : 'en');
    const en = ctx.lang === 'en';
    if (report === null)
      return { title: en ? 'No such report' : 'Không có phản ánh này', noindex: true, status: 404, twin };
    return { title: en ? `Report ${report.number}` : `Phản ánh ${report.number}`, noindex: true, twin };
  },
  view: ({ number, report }, ctx) => (
    <div class="page read stack-5 pt-6 pb-12">
      {report === null ? <Missing number={number} lang={ctx.lang} /> : <Shown report={report} lang={ctx.lang} />}
      <p>
        <Button href={reportPath(ctx.lang)} icon="flag">
          {ctx.lang === 'en' ? 'Report something else' : 'Báo việc khác'}
        </Button>
      </p>
    </div>
  ),
});

function Missing({ number, lang }: { number: string; lang: Lang }) {
  return (
    <>
      <h1>{lang === 'en' ? 'No report has this number' : 'Không có phản ánh mang số này'}</h1>
      <p>
        {lang === 'en' ? 'Compare it with the number you noted and type it again.' : 'So lại với số đã ghi rồi gõ lại.'}
      </p>
      <NumberForm lang={lang} number={number} />
    </>
  );
}

function Shown({ report, lang }: { report: PublicState; lang: Lang }) {
  const en = lang === 'en';
  return (
    <>
      <div>
        <p class="sm mut">{kindWords(report.kind, lang)}</p>
        <h1>
          {en ? 'Report' : 'Phản ánh'} <span class="num block text-xl">{report.number}</span>
        </h1>
      </div>
      <p>
        {en
          ? 'Note this number or keep this page: the answer will stand here.'
          : 'Ghi lại số này hoặc giữ trang này: câu trả lời sẽ hiện ở đây.'}
      </p>
      <Timeline
        steps={en ? stepsEn(report) : steps(report)}
        label={en ? 'State of the report' : 'Phản ánh đang ở đâu'}
      />
      {report.answer !== null && (
        <section class="sec">
          <div class="sechd">
            <h2>{en ? 'Answer' : 'Trả lời'}</h2>
          </div>
          <p class="whitespace-pre-line" lang="vi">
            {report.answer}
          </p>
        </section>
      )}
    </>
  );
}

function steps({ receivedAt, province, finding, closedOn }: PublicState): Step[] {
  const office = `Cơ quan quản lý OCOP và thanh tra, ${province}`;
  const received: Step = { state: 'done', what: 'Đã nhận phản ánh', when: formatMoment(receivedAt) };
  if (finding === null || closedOn === null)
    return [
      received,
      { state: 'now', what: 'Đang xem xét', when: office },
      { state: 'next', what: 'Kết luận và trả lời' },
    ];
  return [received, { state: 'done', what: findingWords(finding), when: formatDay(closedOn), note: office }];
}

function stepsEn({ receivedAt, province, finding, closedOn }: PublicState): Step[] {
  const office = `OCOP office and inspectorate, ${province}`;
  const received: Step = { state: 'done', what: 'Received', when: formatMoment(receivedAt).replace('ngày', 'on') };
  if (finding === null || closedOn === null)
    return [
      received,
      { state: 'now', what: 'Being looked into', when: office },
      { state: 'next', what: 'Finding and answer' },
    ];
  return [received, { state: 'done', what: findingWords(finding, 'en'), when: formatDay(closedOn), note: office }];
}
