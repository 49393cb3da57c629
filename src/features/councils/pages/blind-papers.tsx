import { z } from 'zod';
import { evidenceWords } from '#law/dossier';
import type { FormSource } from '#platform/http/context';
import { byId, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, FileField, Form, Icon, Note, Radios } from '#ui';
import { blindProducts, type PaperToShow, papersToShow } from '../blind-papers.ts';
import { anonymousRules, paperShown } from '../schema.ts';
import { findSession, type SessionRecord } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** Dossiers of a session judged without names: the number each bears, and which papers are still to be looked through. */
export const blindProductsPage = page({
  permission: 'session.showPaper',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = await findSession(ctx.db, id);
    if (!session || session.regulation.anonymous === 'named') throw notFound();
    return { session, products: await blindProducts(ctx.db, id, ctx.actor.account) };
  },
  head: ({ session }) => ({ title: `Hồ sơ ẩn danh: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, products }) => (
    <div class="stack-5">
      <Head session={session} />
      <p class="mut">
        {anonymousRules[session.regulation.anonymous]}. Hội đồng thấy số mẫu, bộ sản phẩm và các giấy tờ được cho xem ở
        đây; không thấy tên, địa chỉ, mã sản phẩm và lời tự thuyết minh.
      </p>
      <DataTable
        rows={products}
        caption="Hồ sơ của phiên và số mẫu"
        keyOf={(row) => row.dossier}
        columns={[
          {
            head: 'Sản phẩm',
            rowHead: true,
            cell: (row) => <a href={councilPaths.blindPapers(session.id, row.dossier)}>{row.product}</a>,
          },
          { head: 'Chủ thể', cell: (row) => row.producer },
          { head: 'Số mẫu', number: true, cell: (row) => row.number },
          {
            head: 'Giấy tờ đã chọn cách cho xem',
            cell: ({ decided, papers }) =>
              papers === 0 ? (
                'Không có giấy tờ'
              ) : decided === papers ? (
                `Đủ ${papers}`
              ) : (
                <b>{`${decided} trong ${papers}`}</b>
              ),
          },
        ]}
      />
    </div>
  ),
});

/** The papers of one dossier: how the council sees each. */
export const blindPapersPage = page({
  permission: 'session.showPaper',
  params: z.object({ id: uuid(), dossier: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, dossier }) {
    const session = await findSession(ctx.db, id);
    const of = (await blindProducts(ctx.db, id, ctx.actor.account)).find((one) => one.dossier === dossier);
    if (!session || !of) throw notFound();
    return { session, of, papers: await papersToShow(ctx.db, id, dossier) };
  },
  head: ({ of }) => ({ title: `Giấy tờ ẩn danh: ${of.product}`, here: '/hoi-dong' }),
  view: ({ session, of, papers }, ctx) => (
    <div class="stack-5">
      <Head session={session} product={`${of.product}, mẫu số ${of.number}`} />
      {papers.length === 0 && <p class="mut">Hồ sơ không có giấy tờ nào.</p>}
      {session.state === 'preparing' ? (
        <p class="mut">
          Xem kỹ từng trang: tên, địa chỉ, số điện thoại, chữ ký, con dấu, ảnh bao bì. Giấy có tên thì gửi bản đã che;
          thành viên chỉ xem được ảnh các trang, không tải được tệp.
        </p>
      ) : (
        <Note kind="info" title="Phiên đã bắt đầu nên không đổi cách cho xem được nữa." />
      )}
      <ul class="stack-7">
        {papers.map((one) => (
          <li key={one.id} id={`giay-${one.id}`}>
            <PaperChoice session={session} dossier={of.dossier} paper={one} ctx={ctx} />
          </li>
        ))}
      </ul>
    </div>
  ),
});

function Head({ session, product }: { session: SessionRecord; product?: string }) {
  const [href, words] = product
    ? [councilPaths.blind(session.id), 'Hồ sơ ẩn danh']
    : [councilPaths.session(session.id), session.title];
  return (
    <div>
      <p class="mb-1">
        <a class="crumb" href={href}>
          <Icon name="left" />
          {words}
        </a>
      </p>
      <h1>{product ?? 'Hồ sơ ẩn danh'}</h1>
    </div>
  );
}

const CHOICES = Object.entries(paperShown).map(([value, label]) => ({ value, label }));

function PaperChoice({
  session,
  dossier,
  paper,
  ctx,
}: {
  session: SessionRecord;
  dossier: string;
  paper: PaperToShow;
  ctx: FormSource;
}) {
  return (
    <div class="stack-3">
      <div class="row between">
        <h2 class="text-lg">
          {paper.no}. {evidenceWords(paper.kind)?.name ?? 'Giấy tờ'}
        </h2>
        <span>{paper.verdict === null ? <b>Chưa chọn</b> : paperShown[paper.verdict]}</span>
      </div>
      <p>
        <a href={`/tep/${paper.file}`}>{paper.title}</a>
        {paper.copy && (
          <>
            {' · '}
            <a href={`/tep/${paper.copy}`}>Bản đã che tên</a>
          </>
        )}
      </p>
      {session.state === 'preparing' && (
        <Form
          action={councilPaths.blindPaper(session.id, dossier, paper.id)}
          state={ctx.form('session.showPaper', paper.id)}
          version={session.version}
          files
          class="stack-3"
        >
          <Radios
            look="plain"
            name="verdict"
            label="Hội đồng xem"
            value={paper.verdict ?? undefined}
            choices={CHOICES}
          />
          <FileField name="copy" label="Bản đã che tên" optional />
          <Button>Lưu</Button>
        </Form>
      )}
    </div>
  );
}
