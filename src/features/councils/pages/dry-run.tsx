import { z } from 'zod';
import { type TrialOutcome, type TrialRules, tryRules } from '#law/dry-run';
import { GATE_BASES, type GateBasis, meanText } from '#law/scoring';
import { STAR_BYS, type StarBy } from '#law/vote';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, Form, Icon, Note, SelectField, TextField, Tick } from '#ui';
import { setIndexOf } from '../compute.ts';
import { type CountedProduct, countedProducts } from '../counted-read.ts';
import { gateBases, starBys } from '../schema.ts';
import { findSession, type SessionRecord, type SessionSeat, sessionSeats, steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

const percent = z.coerce.number().int().min(1).max(100).optional().catch(undefined);
const ticked = z.string().optional();

/** Other values of the regulation tried on the sheets of an opened session: what would have come out. Changes nothing. */
export const dryRunPage = page({
  permission: 'result.try',
  params: byId,
  query: z.object({
    ...{ quorumPercent: percent, spreadLimit: percent, chairRequired: ticked, dropExtremes: ticked, asked: ticked },
    gateBasis: z
      .enum(GATE_BASES as [GateBasis])
      .optional()
      .catch(undefined),
    starBy: z
      .enum(STAR_BYS as [StarBy])
      .optional()
      .catch(undefined),
  }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, asked) {
    const session = await findSession(ctx.db, id);
    if (!session) throw notFound();
    const [products, seats, hidden] = await Promise.all([
      countedProducts(ctx.db, id),
      sessionSeats(ctx.db, id),
      steppedBackFrom(ctx.db, id, ctx.actor.account),
    ]);
    const { quorumPercent, spreadLimit, chairRequired, gateBasis, starBy } = session.regulation;
    const rules: TrialRules = {
      quorumPercent: asked.quorumPercent ?? quorumPercent,
      spreadLimit: asked.spreadLimit ?? spreadLimit,
      gateBasis: asked.gateBasis ?? gateBasis,
      starBy: asked.starBy ?? starBy,
      chairRequired: asked.asked === undefined ? chairRequired : asked.chairRequired !== undefined,
      dropExtremes: asked.dropExtremes !== undefined,
    };
    const shown = products.filter(({ dossier }) => !hidden.has(dossier));
    const rows = await Promise.all(shown.map(async (one) => ({ one, tried: await tryProduct(one, seats, rules) })));
    return { session, rules, rows, seats };
  },
  head: ({ session }) => ({ title: `Thử quy chế khác: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, rules, rows, seats }) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.session(session.id)}>
            <Icon name="left" />
            {session.title}
          </a>
        </p>
        <h1>Thử quy chế khác</h1>
        <p class="mut">Phép thử trên các phiếu đã nộp, để bàn quy chế. Không đổi kết quả nào.</p>
      </div>
      <Values session={session} rules={rules} />
      <Outcomes rows={rows} seats={seats} />
    </div>
  ),
});

async function tryProduct(
  one: CountedProduct,
  seats: readonly SessionSeat[],
  rules: TrialRules,
): Promise<TrialOutcome> {
  const lawSeats = seats
    .filter(({ role, standsFor }) => role !== 'substitute' || standsFor !== null)
    .map(({ seat, name, role }) => {
      const submitted = one.sheets.some((sheet) => sheet.seat === seat);
      return { name, role, submitted, absent: !submitted, recused: one.recused.includes(seat) };
    });
  const sheets = one.sheets.map(({ seat, answers }) => ({ member: seat, answers }));
  return tryRules(await setIndexOf(one.productSet), { seats: lawSeats, sheets, exclusion: one.excluded }, rules);
}

function Values({ session, rules }: { session: SessionRecord; rules: TrialRules }) {
  const { regulation } = session;
  return (
    <div class="box">
      <Form
        action={councilPaths.dryRun(session.id)}
        method="get"
        hidden={{ asked: '1' }}
        class="stack-4"
        label="Các giá trị thử"
      >
        <div class="row items-end">
          <TextField
            name="quorumPercent"
            label="Tỷ lệ thành viên tối thiểu"
            hint={`Quy chế: ${regulation.quorumPercent}%`}
            unit="%"
            width="num"
            inputMode="numeric"
            value={String(rules.quorumPercent)}
          />
          <TextField
            name="spreadLimit"
            label="Chênh lệch phải xem lại khi quá"
            hint={`Quy chế: ${regulation.spreadLimit} điểm`}
            unit="điểm"
            width="num"
            inputMode="numeric"
            value={String(rules.spreadLimit)}
          />
        </div>
        <SelectField
          name="gateBasis"
          label="Cách xét điều kiện có dấu sao"
          hint={`Quy chế: ${gateBases[regulation.gateBasis]}`}
          value={rules.gateBasis}
          choices={Object.entries(gateBases).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="starBy"
          label="Cách quyết định hạng sao"
          hint={`Quy chế: ${starBys[regulation.starBy]}`}
          value={rules.starBy}
          choices={Object.entries(starBys).map(([value, label]) => ({ value, label }))}
        />
        <Tick name="chairRequired" label="Phải có Chủ tịch hoặc Phó Chủ tịch chấm" checked={rules.chairRequired} />
        <Tick name="dropExtremes" label="Bỏ một phiếu cao nhất và một phiếu thấp nhất" checked={rules.dropExtremes} />
        <Button kind="main">Thử</Button>
      </Form>
    </div>
  );
}

interface OutcomeRow {
  readonly one: CountedProduct;
  readonly tried: TrialOutcome;
}

function Outcomes({ rows, seats }: { rows: readonly OutcomeRow[]; seats: readonly SessionSeat[] }) {
  const changed = rows.filter(({ one, tried }) => starText(one.star) !== starText(tried.result?.star ?? null));
  const name = (seat: string) => seats.find((one) => one.seat === seat)?.name ?? '';
  return (
    <section class="stack-4" aria-labelledby="ra-sao">
      <h2 id="ra-sao">Kết quả sẽ ra</h2>
      <Note
        kind={changed.length === 0 ? 'good' : 'soon'}
        title={changed.length === 0 ? 'Không sản phẩm nào đổi sao.' : `${changed.length} sản phẩm đổi sao.`}
      >
        {changed.map(({ one }) => one.product).join('; ')}
      </Note>
      <DataTable
        rows={rows}
        caption="Từng sản phẩm: đã ghi và thử"
        keyOf={({ one }) => one.dossier}
        state={(row) => (changed.includes(row) ? 'near' : undefined)}
        columns={[
          { head: 'Sản phẩm', rowHead: true, cell: ({ one }) => one.product },
          { head: 'Đã ghi', cell: ({ one }) => `${meanText(one)} điểm, ${starText(one.star)}` },
          {
            head: 'Thử',
            cell: ({ tried: { result } }) =>
              result === null ? 'Không tính được' : `${result.mean.text} điểm, ${starText(result.star)}`,
          },
          { head: 'Cặp chênh quá mức', number: true, cell: ({ one, tried }) => `${one.pairs} → ${tried.pairs}` },
          { head: 'Túc số', cell: ({ tried }) => (tried.quorum.ok ? 'Đủ' : tried.quorum.message) },
          { head: 'Phiếu bỏ ra', cell: ({ tried }) => tried.dropped.map(name).join(', ') || 'Không' },
        ]}
      />
    </section>
  );
}

const starText = (star: number | null) => (star === null ? 'bị loại' : `${star} sao`);
