import { councilPaths } from '#features/councils';
import { LIKING } from '#law/flight';
import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  DataTable,
  Form,
  formatTime,
  Icon,
  Note,
  SavedMark,
  SelectField,
  StatusTag,
  TextArea,
  TextField,
} from '#ui';
import { type Card, type FlightRecord, findFlight, flightKeyLines, hasOpenedKey, ownCards } from '../flight-read.ts';
import { meetingPaths } from '../urls.ts';

/** A blind tasting: to a member the samples in the own order; the key to nobody before the end. */
export const flightPage = page({
  permission: 'flight.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const flight = await findFlight(ctx.db, id);
    if (!flight) throw notFound();
    const { account } = ctx.actor;
    const [cards, mayEnd, mayPour, opened] = await Promise.all([
      ownCards(ctx.db, flight, account),
      ctx.may('flight.end', id),
      ctx.may('flight.readKey', id),
      hasOpenedKey(ctx.db, id, account),
    ]);
    const key = flight.state === 'ended' ? await flightKeyLines(ctx.db, flight, account) : [];
    const { seed, ...rest } = flight;
    return { flight: rest, seed: flight.state === 'ended' ? seed : null, cards, key, mayEnd, mayPour, opened };
  },
  head: ({ flight }) => ({ title: `${flight.title}: ${flight.sessionTitle}`, here: '/hoi-dong' }),
  view: (data, ctx) => {
    const { flight, cards, key, seed } = data;
    return (
      <div class="stack-7">
        <div>
          <p class="mb-1">
            <a class="crumb" href={meetingPaths.flights(flight.session)}>
              <Icon name="left" />
              Nếm theo mã
            </a>
          </p>
          <div class="row between">
            <h1>{flight.title}</h1>
            <StatusTag status={`flight.${flight.state}`} />
          </div>
          <div class="row between">
            <p class="mut">{flight.sessionTitle}</p>
            {flight.state === 'tasting' && cards.length > 0 && <SavedMark at={savedLast(cards)} />}
          </div>
        </div>
        {flight.state === 'tasting' && cards.length > 0 && (
          <Note kind="info" title={`Nếm lần lượt ${cards.length} mẫu theo thứ tự dưới đây.`}>
            Thứ tự này riêng của bạn. Ghi chú chỉ mình bạn đọc; kết thúc lượt nếm, ghi chú đứng cạnh phiếu của bạn về
            đúng sản phẩm, không thành điểm.
          </Note>
        )}
        {flight.state === 'ended' && cards.length === 0 && data.mayEnd && <p class="mut">Lượt nếm đã kết thúc.</p>}
        {cards.map((card, at) =>
          flight.state === 'tasting' ? (
            <Tasting key={card.id} flight={flight.id} card={card} at={at} ctx={ctx} />
          ) : (
            <Tasted key={card.id} card={card} />
          ),
        )}
        {flight.state === 'ended' && (
          <DataTable
            rows={key}
            caption="Mã nào là sản phẩm nào"
            showCaption
            keyOf={(row) => row.code}
            columns={[
              { head: 'Mã', rowHead: true, cell: (row) => row.code },
              { head: 'Sản phẩm', cell: (row) => row.product },
            ]}
          />
        )}
        <Seal flight={flight} seed={seed} />
        {flight.state === 'tasting' && <Care data={data} ctx={ctx} />}
      </div>
    );
  },
});

/** When the last of the cards was saved. */
function savedLast(cards: readonly Card[]): string | undefined {
  const times = cards.flatMap(({ savedAt }) => (savedAt ? [new Date(savedAt).getTime()] : []));
  return times.length === 0 ? undefined : formatTime(new Date(Math.max(...times)));
}

type Shown = Omit<FlightRecord, 'seed'>;

const LIKINGS = [
  'Cực kỳ không thích',
  'Rất không thích',
  'Không thích',
  'Hơi không thích',
  'Bình thường',
  'Hơi thích',
  'Thích',
  'Rất thích',
  'Cực kỳ thích',
];
const likingWords = (liking: number) => `${liking}. ${LIKINGS[liking - LIKING.least] ?? ''}`;

function Tasting({ flight, card, at, ctx }: { flight: string; card: Card; at: number; ctx: FormSource }) {
  return (
    <section class="box stack-4" aria-labelledby={`mau-${card.code}`}>
      <h2 id={`mau-${card.code}`}>
        <span class="mut">Mẫu thứ {at + 1}:</span> mã {card.code}
      </h2>
      <Form
        action={meetingPaths.card(flight, card.id)}
        state={ctx.form('flight.taste', card.id)}
        version={card.version}
        island="autosave"
        class="stack-4"
      >
        <SelectField
          name="liking"
          label="Mức thích"
          optional
          empty="Chưa chọn"
          value={card.liking === null ? undefined : String(card.liking)}
          choices={LIKINGS.map((_, i) => ({ value: String(i + LIKING.least), label: likingWords(i + LIKING.least) }))}
        />
        <TextArea
          name="note"
          label="Ghi chú về màu, mùi, vị, cấu trúc"
          value={card.note}
          rows={2}
          maxLength={1000}
          optional
        />
        <Button>Lưu mẫu {card.code}</Button>
      </Form>
    </section>
  );
}

function Tasted({ card }: { card: Card }) {
  return (
    <section class="box stack-2" aria-labelledby={`mau-${card.code}`}>
      <h2 id={`mau-${card.code}`}>
        {card.product} <span class="mut">mã {card.code}</span>
      </h2>
      <p>{card.liking === null ? 'Không chọn mức thích.' : `Mức thích: ${likingWords(card.liking)}.`}</p>
      {card.note && <p class="whitespace-pre-line">{card.note}</p>}
      {card.sheet && (
        <p>
          <a href={councilPaths.sheet(card.sheet)}>Phiếu của bạn về sản phẩm này</a>
        </p>
      )}
    </section>
  );
}

/** The hash that seals the key, from the start; the seed that proves it, at the end. */
function Seal({ flight, seed }: { flight: Shown; seed: string | null }) {
  return (
    <section class="stack-2" aria-labelledby="niem-phong">
      <h2 id="niem-phong">Niêm phong bảng mã</h2>
      <p>
        <code class="break-all">{flight.keyHash}</code>
      </p>
      <p class="mut">
        Mã SHA-256 của bảng mã, có từ lúc lập lượt và in trong biên bản: bảng mã không đổi được giữa chừng.
        {seed && (
          <>
            {' '}
            Số ngẫu nhiên đã dùng: <code class="break-all">{seed}</code>.
          </>
        )}
      </p>
    </section>
  );
}

/** The secretary's part: the key for the one who pours, and the end. */
function Care({
  data,
  ctx,
}: {
  data: { flight: Shown; mayEnd: boolean; mayPour: boolean; opened: boolean };
  ctx: FormSource;
}) {
  const { flight, mayEnd, mayPour, opened } = data;
  const path = meetingPaths.flight(flight.id);
  return (
    <>
      {mayPour && (
        <section class="stack-3" aria-labelledby="rot-mau">
          <h2 id="rot-mau">Bảng mã cho người rót mẫu</h2>
          <p class="mut">Người rót mẫu không chấm. Mở cho ai, lúc nào đều ghi vào sổ.</p>
          {opened && (
            <p>
              <Button href={meetingPaths.key(flight.id)} icon="print">
                Xem và in bảng mã
              </Button>
            </p>
          )}
          <Form
            action={`${path}/mo-ma`}
            state={ctx.form('flight.readKey')}
            version={flight.version}
            class="row items-end"
          >
            <TextField name="pourer" label="Người rót mẫu" />
            <Button icon="key">Mở bảng mã</Button>
          </Form>
        </section>
      )}
      {mayEnd && (
        <Form action={`${path}/ket-thuc`} state={ctx.form('flight.end')} version={flight.version} class="stack-3">
          <p>Kết thúc lượt nếm: bảng mã mở cho cả phòng, không ai ghi thêm được.</p>
          <Button kind="main" icon="eye">
            Kết thúc lượt nếm, mở mã
          </Button>
        </Form>
      )}
    </>
  );
}
