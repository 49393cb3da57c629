import { roleWords } from '#features/identity';
import { whoDecides } from '#law/competence';
import { stateWords as stateOf } from '#law/moves';
import type { Day } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, Form, formatDay, formatNumber, Note } from '#ui';
import { type Done, doneBy, type EffectKind, type Follows, followsOf, unseated } from '../preview.ts';
import { type ProvincePreview, provincePreview } from '../province-preview.ts';
import { type ChangeRecord, findChange, type UnitNow, unitsNow } from '../read.ts';
import { kindWords, stateWords } from '../schema.ts';
import { unitChangePaths } from '../urls.ts';
import { OfProvinces } from './provinces.tsx';

interface Data {
  change: ChangeRecord;
  units: UnitNow[];
  parent: string | null;
  follows: Follows[];
  /** Of a change of provinces that is not in effect. */
  provinces: ProvincePreview | null;
  done: Done[];
  unseated: { id: string; name: string }[];
  day: Day;
}

/** One change: what it says, what will follow or has followed, and the acts that are left. */
export const unitChangePage = page({
  permission: 'unitRegister.read',
  params: byId,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const change = await findChange(ctx.db, id);
    if (!change) throw notFound();
    const waits = change.state === 'drafted' || change.state === 'planned';
    const [units, parents, follows, done, accounts] = await Promise.all([
      unitsNow(ctx.db, change.plan.units, id),
      change.plan.parent === undefined ? [] : unitsNow(ctx.db, [change.plan.parent]),
      waits ? followsOf(ctx.db, change.plan.units, ctx.day) : [],
      waits ? [] : doneBy(ctx.db, id),
      waits ? [] : unseated(ctx.db, id),
    ]);
    const ofProvinces = waits && change.kind !== 'alter' && units[0]?.level === 'province';
    const provinces = ofProvinces ? await provincePreview(ctx.db, change) : null;
    return {
      change,
      units,
      parent: parents[0]?.name ?? null,
      follows,
      provinces,
      done,
      unseated: accounts,
      day: ctx.day,
    };
  },
  head: ({ change }) => ({
    title: kindWords[change.kind],
    here: '/quan-tri/don-vi',
    up: { href: unitChangePaths.list, words: 'Đơn vị hành chính' },
  }),
  view: (data, ctx) => {
    const { change, day } = data;
    const due = change.effectiveOn <= day;
    const open = change.state === 'drafted' || change.state === 'planned';
    return (
      <div class="stack-7 max-w-[48rem]">
        <What {...data} />
        {open ? <Preview {...data} /> : <Result {...data} />}
        {open && (
          <div class="row">
            {(due || change.state === 'drafted') && (
              <Form
                action={`${unitChangePaths.one(change.id)}/${due ? 'thuc-hien' : 'cho'}`}
                state={ctx.form(due ? 'unitRegister.change' : 'unitRegister.plan')}
              >
                <Button kind="main">
                  {due ? 'Thực hiện thay đổi' : `Ghi, chờ đến ngày ${formatDay(change.effectiveOn)}`}
                </Button>
              </Form>
            )}
            <Form action={`${unitChangePaths.one(change.id)}/bo`} state={ctx.form('unitRegister.cancel')}>
              <Button>Bỏ thay đổi này</Button>
            </Form>
          </div>
        )}
      </div>
    );
  },
});

function What({ change, units, parent }: Data) {
  const { plan } = change;
  const staying = units.find(({ id }) => id === plan.stays);
  const made = plan.made.map(({ type, name, code }) => `${type} ${name} (mã ${code})`);
  const result = [...(staying ? [`${staying.name} (giữ tên, mã)`] : []), ...made];
  return (
    <div class="stack-2">
      <h1>{kindWords[change.kind]}</h1>
      {change.problem && (
        <Note kind="soon" title="Chưa thực hiện được.">
          {change.problem}
        </Note>
      )}
      <FactsList
        facts={[
          { term: 'Đơn vị', value: change.names.join('; ') },
          { term: 'Thành', value: result.join('; ') },
          parent !== null && { term: 'Thuộc', value: parent },
          { term: 'Văn bản', value: `${change.act} ngày ${formatDay(change.actDate)}` },
          { term: 'Hiệu lực từ', value: formatDay(change.effectiveOn) },
          { term: 'Tình trạng', value: stateWords[change.state] },
        ]}
      />
    </div>
  );
}

const sumOf = (lines: readonly { n: number }[]) => lines.reduce((sum, { n }) => sum + n, 0);

/** Who takes over what lies in a unit, in words. */
function heirOf({ plan }: ChangeRecord, unit: UnitNow | undefined): string {
  const [only] = plan.made;
  if (plan.kind === 'split' && unit?.level === 'province') return 'của các xã đã chọn về tỉnh mới, còn lại giữ nguyên';
  if (plan.kind === 'split') return 'chờ người biết địa bàn xếp vào từng phần';
  if (plan.kind === 'alter' || unit?.id === plan.stays) return 'giữ nguyên';
  return plan.stays === undefined && only ? `chuyển về ${only.type} ${only.name}` : 'chuyển về đơn vị giữ lại';
}

function Preview({ change, units, follows, provinces, parent }: Data) {
  const decides = [3, 4].map((star) => whoDecides('recognise', star, change.effectiveOn));
  const [three] = decides;
  return (
    <section class="stack-4">
      <h2>Điều gì sẽ theo sau</h2>
      {follows.map((one) => {
        const unit = units.find(({ id }) => id === one.unit);
        const goes = heirOf(change, unit);
        return (
          <div key={one.unit} class="box stack-2">
            <h3>{unit?.place}</h3>
            <FactsList
              facts={[
                {
                  term: 'Chủ thể, sản phẩm',
                  value: `${formatNumber(one.producers)} chủ thể, ${formatNumber(one.products)} sản phẩm: ${goes}`,
                },
                { term: 'Chứng nhận còn hiệu lực', value: `${formatNumber(one.valid)}; giấy đã cấp giữ nguyên tên cũ` },
                {
                  term: 'Hồ sơ đang làm',
                  value: one.dossiers.length === 0 ? 'Không có' : `${formatNumber(sumOf(one.dossiers))}: ${goes}`,
                  sub: one.dossiers.map(({ state, n }) => `${n} ${stateOf('dossier', state).name}`).join('; '),
                },
                {
                  term: 'Tài khoản',
                  value:
                    one.accounts.length === 0
                      ? 'Không có'
                      : one.accounts
                          .map(
                            ({ name, role }) =>
                              `${name} (${(roleWords as Readonly<Record<string, string>>)[role] ?? role})`,
                          )
                          .join('; '),
                  sub: one.accounts.length === 0 ? undefined : goes,
                },
              ]}
            />
          </div>
        );
      })}
      {provinces && <OfProvinces change={change} units={units} preview={provinces} />}
      <p class="sm mut">
        Thẩm quyền công nhận {three?.ok ? 'theo cấp không đổi' : 'chưa rõ cho ngày này'}
        {provinces
          ? '.'
          : parent === null
            ? '; tỉnh không đổi.'
            : `; hồ sơ chưa vào đợt đánh giá chuyển về ${parent}, hồ sơ đã vào đợt do tỉnh cũ làm tiếp.`}{' '}
        Chứng nhận đã cấp và sổ ghi việc giữ nguyên.
      </p>
    </section>
  );
}

const DONE_WORDS: Readonly<Record<EffectKind, string>> = {
  commune: 'Xã, phường',
  producer: 'Chủ thể',
  product: 'Sản phẩm',
  dossier: 'Hồ sơ đang làm, cả bản nháp',
  account: 'Tài khoản',
  round: 'Đợt đánh giá chưa xong',
  decision: 'Dự thảo quyết định',
  task: 'Việc được giao',
  report: 'Báo cáo đang soạn',
  mandate: 'Ủy quyền ký đã hết',
  import: 'Danh sách đang nhập',
};

function Result({ change, done, unseated: accounts }: Data) {
  if (change.state === 'cancelled') return <p>Thay đổi đã bỏ; danh mục và hồ sơ không đổi.</p>;
  return (
    <section class="stack-4">
      <h2>Đã theo sau</h2>
      <FactsList
        facts={
          done.length === 0
            ? [{ term: 'Hồ sơ, chủ thể, tài khoản', value: 'Không có gì phải chuyển' }]
            : done.map(({ kind, moved, open }) => ({
                term: DONE_WORDS[kind],
                value: [
                  moved > 0 && `${formatNumber(moved)} đã chuyển`,
                  open > 0 && `${formatNumber(open)} chờ xếp lại`,
                ]
                  .filter(Boolean)
                  .join(', '),
              }))
        }
      />
      {accounts.length > 0 && (
        <Note kind="soon" title="Tài khoản cần giao lại nơi làm việc">
          {accounts.map(({ id, name }, n) => (
            <span key={id}>
              {n > 0 && '; '}
              <a href={`/quan-tri/tai-khoan/${id}`}>{name}</a>
            </span>
          ))}
        </Note>
      )}
    </section>
  );
}
