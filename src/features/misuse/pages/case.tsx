import { MISUSE_FINDINGS } from '#law/moves/misuse';
import type { FormState } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, Form, FormEnd, formatDay, formatMoment, Radios, StatusTag, TextArea } from '#ui';
import { type Report, readReport } from '../queries.ts';
import { MAX_WORDS } from '../schema.ts';
import { closePath, misusePaths, photoPath } from '../urls.ts';
import { findingWords, kindWords } from '../words.ts';

/** One report before the office: what was sent, the photo, the certificate it speaks of, and the answer. */
export const misusePage = page({
  permission: 'misuse.read',
  params: byId,
  subject: ({ id }) => id,
  personal: ({ report }, { id }) => ({ subject: id, what: report.contact === null ? 'misuse' : 'misuse with contact' }),
  shell: 'desk',
  async load(ctx, { id }) {
    const report = await readReport(ctx.db, id);
    if (report === null) throw notFound();
    const mayClose = report.state === 'received' && (await ctx.may('misuse.close', id));
    return { report, mayClose, mayRevoke: report.finding === 'wrongUse' && (await ctx.may('recognition.revoke')) };
  },
  head: ({ report }) => ({
    title: `Phản ánh ${report.number}`,
    here: misusePaths.list,
    up: { href: misusePaths.list, words: 'Phản ánh' },
  }),
  view: ({ report, mayClose, mayRevoke }, ctx) => (
    <div class="stack-5">
      <div>
        <h1>{report.product?.name ?? report.typed ?? 'Chưa rõ sản phẩm'}</h1>
        <p class="mt-2">
          <StatusTag status={`misuse.${report.state}`} />
        </p>
      </div>
      <div class="cols c2">
        <Sent report={report} />
        <div class="stack-5">
          {report.photo && <Photo id={report.id} />}
          {mayClose ? (
            <CloseForm report={report} state={ctx.form('misuse.close', report.id)} />
          ) : (
            <Answer report={report} />
          )}
          {mayRevoke && report.product && (
            <p>
              Dùng sai gây nhầm lẫn là căn cứ thu hồi (Điều 8 khoản 1 điểm d).{' '}
              <a href={`/giay-chung-nhan?q=${encodeURIComponent(report.product.name)}`}>
                Tìm giấy chứng nhận để thu hồi
              </a>
            </p>
          )}
        </div>
      </div>
    </div>
  ),
});

function Sent({ report }: { report: Report }) {
  const { product, code } = report;
  return (
    <section class="stack">
      <h2 class="text-lg">Nội dung phản ánh</h2>
      <FactsList
        facts={[
          { term: 'Số phản ánh', value: <span class="num">{report.number}</span> },
          { term: 'Nhận lúc', value: formatMoment(report.receivedAt) },
          { term: 'Điều sai', value: kindWords(report.kind) },
          report.typed !== null && { term: 'Người báo ghi', value: report.typed },
          product !== null && {
            term: 'Trong sổ',
            value: <a href={`/san-pham/${product.id}`}>{product.name}</a>,
            sub: product.invented && 'Dữ liệu giả định',
          },
          code !== null && {
            term: 'Chứng nhận',
            value: (
              <a class="num" href={`/chung-nhan/${encodeURIComponent(code)}`}>
                {code}
              </a>
            ),
          },
          { term: 'Nơi thấy', value: report.place, sub: report.province },
          {
            term: 'Người báo thấy',
            value: <span class="whitespace-pre-line">{report.words ?? 'Không ghi thêm'}</span>,
          },
          {
            term: 'Liên hệ',
            value: report.contact ?? 'Không để lại',
            sub: report.contact !== null && 'Chỉ dùng để hỏi thêm về phản ánh này',
          },
        ]}
      />
    </section>
  );
}

function Photo({ id }: { id: string }) {
  return (
    <section class="stack">
      <h2 class="text-lg">Ảnh</h2>
      <a href={photoPath(id)}>
        <img class="max-h-96 max-w-full" src={photoPath(id)} alt="Ảnh người báo gửi" />
      </a>
    </section>
  );
}

function CloseForm({ report, state }: { report: Report; state: FormState }) {
  return (
    <section class="box stack">
      <h2 class="text-lg">Kết luận và trả lời</h2>
      <Form action={closePath(report.id)} state={state} version={report.version} class="stack-5">
        <Radios
          name="finding"
          label="Kết luận"
          look="plain"
          choices={Object.entries(MISUSE_FINDINGS).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="answer"
          label="Trả lời người báo"
          hint="Hiện ở trang tra cứu theo số phản ánh. Không ghi tên người, số điện thoại."
          rows={4}
          maxLength={MAX_WORDS}
        />
        <FormEnd>
          <Button kind="main" icon="check">
            Kết luận và trả lời
          </Button>
        </FormEnd>
      </Form>
    </section>
  );
}

function Answer({ report: { finding, answer, closedOn } }: { report: Report }) {
  if (finding === null) return <p class="ink2">Chưa có kết luận.</p>;
  return (
    <section class="stack">
      <h2 class="text-lg">Kết luận và trả lời</h2>
      <FactsList
        facts={[
          { term: 'Kết luận', value: findingWords(finding) },
          { term: 'Trả lời', value: <span class="whitespace-pre-line">{answer}</span> },
          closedOn !== null && { term: 'Ngày', value: formatDay(closedOn) },
        ]}
      />
    </section>
  );
}
