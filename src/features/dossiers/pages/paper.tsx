import { addDays } from '#law/days';
import { evidenceWords, paperTerm } from '#law/dossier';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, EmptyState, FactsList, formatDay, formatSize, Note, type Task, TaskList } from '#ui';
import { type PaperFacts, type PaperUse, paperOf, paperReminderDays, type WalletRow, walletOf } from '../paper-read.ts';
import { helpers } from '../queries.ts';
import { applicationKinds } from '../schema.ts';
import { dossierPath, paperPath, paths } from '../urls.ts';
import { Columns, HelpBox } from './parts.tsx';

/** One paper: issuer, number, days, hash, and where it is used; for its producer and for who may read such a dossier. */
export const paperPage = page({
  permission: null,
  params: byId,
  shell: 'auto',
  async load(ctx, { id }) {
    const found = await paperOf(ctx, id);
    if (!found) throw notFound('Không tìm thấy giấy tờ này. Mở từ danh sách giấy tờ của hồ sơ.');
    const [soonest = 0] = await paperReminderDays(ctx.db, ctx.day);
    return { ...found, soonOn: addDays(ctx.day, soonest) };
  },
  head: ({ paper }, ctx) =>
    ctx.actor.role === 'producer'
      ? { title: paper.title, here: paths.home, up: { href: paths.wallet, words: 'Kho giấy tờ' } }
      : { title: paper.title, here: paths.list },
  view: ({ paper, uses, soonOn }, { day }) => (
    <div class="stack-5 max-w-[52rem]">
      <div>
        <p class="sm mut">{evidenceWords(paper.kind)?.name ?? 'Giấy tờ khác'}</p>
        <h1>{paper.title}</h1>
      </div>
      <TermNote paper={paper} uses={uses} day={day} soonOn={soonOn} />
      <div class="row">
        <Button icon="eye" href={`/tep/${paper.file.id}/trang/1`}>
          Xem trang đầu
        </Button>
        <Button icon="down" href={`/tep/${paper.file.id}`}>
          Tải tệp
        </Button>
      </div>
      <FactsList
        facts={[
          { term: 'Chủ thể', value: paper.producerName },
          { term: 'Nơi cấp', value: paper.issuer ?? 'Chưa ghi' },
          { term: 'Số, ký hiệu', value: paper.number ?? 'Chưa ghi' },
          { term: 'Ngày cấp', value: paper.issuedOn ? formatDay(paper.issuedOn) : 'Chưa ghi' },
          { term: 'Ngày hết hạn', value: paper.endsOn ? formatDay(paper.endsOn) : 'Không ghi hạn' },
          {
            term: 'Tệp',
            value: <span class="break-words">{paper.file.name}</span>,
            sub: `${formatSize(paper.file.size)}${paper.file.pages ? `, ${paper.file.pages} trang` : ''}`,
          },
          { term: 'Mã kiểm tra (SHA-256)', value: <span class="sm break-all">{paper.file.sha256}</span> },
        ]}
      />
      <section class="stack" aria-labelledby="dung-o">
        <div class="sechd">
          <h2 id="dung-o">Được dùng ở</h2>
        </div>
        {uses.length === 0 ? (
          <p class="ink2">Chưa dùng cho hồ sơ nào.</p>
        ) : (
          <TaskList label="Hồ sơ dùng giấy tờ này" tasks={uses.map(useTask)} />
        )}
      </section>
    </div>
  ),
});

function useTask({ dossier, kind, state, product, year, criteria }: PaperUse): Task {
  const hint = criteria.length > 0 ? `tiêu chí ${criteria.join(', ')}` : 'chưa gắn tiêu chí';
  return {
    href: dossierPath(dossier),
    name: product,
    state: 'work',
    icon: 'paper',
    status: `dossier.${state}`,
    hint: `${applicationKinds[kind]}, năm ${year}, ${hint}`,
  };
}

function TermNote({
  paper,
  uses,
  day,
  soonOn,
}: {
  paper: PaperFacts;
  uses: readonly PaperUse[];
  day: string;
  soonOn: string;
}) {
  const term = paperTerm(paper.endsOn, day, soonOn);
  if (term === 'holds' || paper.endsOn === null) return null;
  const words = term === 'lapsed' ? 'Đã hết hạn ngày' : 'Sắp hết hạn, ngày';
  return (
    <Note kind="soon" icon="hourglass" title={`${words} ${formatDay(paper.endsOn)}.`}>
      {uses.length > 0
        ? `Có ${uses.length} hồ sơ dùng giấy tờ này. Xin cấp mới rồi thay trong hồ sơ.`
        : 'Xin cấp mới trước khi dùng cho hồ sơ.'}
    </Note>
  );
}

/** The producer's wallet: every paper with its end and how many dossiers lean on it, what ends first on top. */
export const walletPage = page({
  permission: 'dossier.start',
  shell: 'phone',
  async load(ctx) {
    const { producers } = ctx.actor;
    const [rows, help, days] = await Promise.all([
      walletOf(ctx.db, producers),
      helpers(ctx.db, producers, ctx.day),
      paperReminderDays(ctx.db, ctx.day),
    ]);
    return { rows, help, soonOn: addDays(ctx.day, days[0] ?? 0) };
  },
  head: () => ({ title: 'Kho giấy tờ', here: paths.products, up: { href: paths.products, words: 'Sản phẩm của tôi' } }),
  view: ({ rows, help, soonOn }, { day }) => {
    const ending = rows.filter(({ endsOn }) => paperTerm(endsOn, day, soonOn) !== 'holds');
    const others = rows.filter((row) => !ending.includes(row));
    return (
      <Columns aside={<HelpBox helpers={help} />}>
        <h1>Kho giấy tờ</h1>
        {rows.length === 0 && (
          <EmptyState title="Chưa có giấy tờ nào" way={{ href: paths.start, words: 'Lập hồ sơ mới' }}>
            Giấy tờ thêm vào một hồ sơ được giữ ở đây để dùng lại.
          </EmptyState>
        )}
        {ending.length > 0 && <EndingPapers rows={ending} day={day} />}
        {others.length > 0 && <TaskList label="Giấy tờ" tasks={others.map((row) => paperTask(row, day))} />}
      </Columns>
    );
  },
});

/** Papers that end soon or have ended, each a task that leads to it. */
export function EndingPapers({ rows, day }: { rows: readonly WalletRow[]; day: string }) {
  return (
    <section class="stack">
      <h2 class="text-lg">Giấy tờ sắp hết hạn hoặc đã hết hạn</h2>
      <TaskList label="Giấy tờ sắp hết hạn hoặc đã hết hạn" tasks={rows.map((row) => paperTask(row, day))} />
    </section>
  );
}

function paperTask({ id, title, kind, endsOn, uses }: WalletRow, day: string): Task {
  const end = endsOn === null ? 'Không ghi hạn' : `${endsOn < day ? 'Hết hạn' : 'Hạn đến'} ${formatDay(endsOn)}`;
  const used = uses === 0 ? 'chưa dùng' : `dùng ở ${uses} hồ sơ`;
  return {
    href: paperPath(id),
    name: title,
    state: endsOn !== null && endsOn < day ? 'fix' : 'work',
    icon: 'paper',
    hint: [evidenceWords(kind)?.name !== title && evidenceWords(kind)?.name, end, used].filter(Boolean).join(' · '),
  };
}
