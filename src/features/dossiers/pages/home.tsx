import { identityPaths, worksForSeveral } from '#features/identity';
import { OwedYears, yearsOwed } from '#features/product-years';
import { producerRecordPath } from '#features/registry';
import { addDays } from '#law/days';
import { paperTerm } from '#law/dossier';
import { REMINDER_DAYS } from '#law/reevaluation';
import { page } from '#platform/http/page';
import { Button, EmptyState, formatDay, Icon, TaskList } from '#ui';
import { paperReminderDays, walletOf } from '../paper-read.ts';
import { helpers, namesOf, type OwnDossier, type OwnProduct, ownDossiers, ownProducts } from '../queries.ts';
import { ENDED_STATES } from '../schema.ts';
import { paths } from '../urls.ts';
import { CertificateRows } from './certificates.tsx';
import { EndingPapers } from './paper.tsx';
import { Columns, dossierTask, HelpBox } from './parts.tsx';

const ENDED: readonly string[] = ['candidate', ...ENDED_STATES];
const MINE: readonly string[] = ['returned', 'draft'];
/** A certificate is worth a line here from the day of its first reminder on (R8.1). */
const NEAR_DAYS = Math.max(...REMINDER_DAYS);

/** The producer's first page: what to do now, where the other dossiers are, certificates near their end, who helps. */
export const homePage = page({
  permission: 'dossier.start',
  shell: 'phone',
  async load(ctx) {
    const { producers } = ctx.actor;
    const [names, several, dossiers, products, help, papers, days, owed] = await Promise.all([
      namesOf(ctx.db, producers),
      worksForSeveral(ctx.db, ctx.actor.account, ctx.day),
      ownDossiers(ctx.db, producers),
      ownProducts(ctx.db, producers, ctx.day),
      helpers(ctx.db, producers, ctx.day),
      walletOf(ctx.db, producers),
      paperReminderDays(ctx.db, ctx.day),
      yearsOwed(ctx.db, { day: ctx.day, reach: ctx.within('productYear.read', 'l') }),
    ]);
    const soonOn = addDays(ctx.day, days[0] ?? 0);
    const ending = papers.filter(({ endsOn, uses }) => uses > 0 && paperTerm(endsOn, ctx.day, soonOn) !== 'holds');
    return { names, several, dossiers, products, help, ending, owed, day: ctx.day };
  },
  head: () => ({ title: 'Việc của tôi', here: paths.home }),
  view: ({ names, several, dossiers, products, help, ending, owed, day }) => {
    const mine = dossiers
      .filter(({ state }) => MINE.includes(state))
      .toSorted((a, b) => MINE.indexOf(a.state) - MINE.indexOf(b.state));
    const asked = dossiers.filter(({ askedBy }) => askedBy !== null);
    const away = dossiers.filter(
      ({ state, askedBy }) => askedBy === null && !MINE.includes(state) && !ENDED.includes(state),
    );
    const ended = dossiers.filter(({ state }) => ENDED.includes(state));
    return (
      <Columns aside={<HelpBox helpers={help} />}>
        <div>
          <p class="sm mut">
            {several && 'Đang làm việc cho '}
            {names.map(({ name }) => name).join('; ')}
            {several && (
              <>
                {' · '}
                <a href={identityPaths.chooseRole}>Đổi chủ thể</a>
              </>
            )}
          </p>
          <h1>Việc của tôi</h1>
        </div>
        <Group title="Tổ tư vấn cần thêm giấy tờ" dossiers={asked} day={day} />
        <Mine dossiers={mine} day={day} first={dossiers.length === 0} />
        <div class="row">
          <Button kind={mine.length > 0 ? 'plain' : 'main'} icon="plus" href={paths.start}>
            Lập hồ sơ mới
          </Button>
          <Button icon="calendar" href="/lich">
            Lịch
          </Button>
          <Button href="/ho-tro">Hỗ trợ đã nhận</Button>
          {names.map(({ id, name }) => (
            <Button key={id} href={producerRecordPath(id)} label={`Hồ sơ chủ thể ${name}`}>
              Hồ sơ chủ thể
            </Button>
          ))}
        </div>
        <OwedYears {...owed} day={day} />
        <Ending products={products} day={day} />
        {ending.length > 0 && <EndingPapers rows={ending} day={day} />}
        <Group title="Đang ở cơ quan" dossiers={away} day={day} />
        <Group title="Đã có kết quả" dossiers={ended} day={day} />
      </Columns>
    );
  },
});

function Mine({ dossiers, day, first }: { dossiers: readonly OwnDossier[]; day: string; first: boolean }) {
  if (first) return <Beginning />;
  if (dossiers.length === 0) return <p class="ink2">Hết việc rồi. Khi xã cần bổ sung, hồ sơ sẽ hiện ở đây.</p>;
  const returned = dossiers.filter(({ state }) => state === 'returned');
  const drafts = dossiers.filter(({ state }) => state !== 'returned');
  return (
    <>
      <Group title={`${returned.length} hồ sơ cần bổ sung`} dossiers={returned} day={day} />
      <Group title="Đang soạn, chưa nộp" dossiers={drafts} day={day} />
    </>
  );
}

/** What the start page says before anything else is there (U13). */
function Beginning() {
  return (
    <EmptyState print="basket" color="turmeric" title="Chưa có hồ sơ nào">
      Lập hồ sơ mất khoảng 30 phút nếu đã có giấy tờ. Bạn có thể dừng giữa chừng rồi làm tiếp.
    </EmptyState>
  );
}

function Group({ title, dossiers, day }: { title: string; dossiers: readonly OwnDossier[]; day: string }) {
  if (dossiers.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="text-lg">{title}</h2>
      <TaskList label={title} tasks={dossiers.map((one) => dossierTask(one, day))} />
    </section>
  );
}

function Ending({ products, day }: { products: readonly OwnProduct[]; day: string }) {
  const near = products.filter(({ certificate }) => {
    const left = certificate?.status.daysLeft ?? null;
    return left !== null && left <= NEAR_DAYS;
  });
  if (near.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="row tight line text-lg">
        <Icon name="hourglass" />
        Chứng nhận sắp hết hạn
      </h2>
      <CertificateRows products={near} day={day} />
      <p class="sm mut">Tính đến ngày {formatDay(day)}.</p>
    </section>
  );
}
