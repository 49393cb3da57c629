import { ACT_STATES, type ActState } from '#law/act-validity';
import { FactsList, formatDay, Icon, StatusTag, type Step, Timeline } from '#ui';
import type { Act, Related } from '../queries.ts';
import { ACT_KINDS, ACT_LEVELS, type ListQuery } from '../schema.ts';
import { actPaths } from '../urls.ts';
import { actName, periodWords, relationWords, standingWords } from '../words.ts';

/** The state of an act in the look of certificates, which mean the same to the eye. */
const LOOKS: Readonly<Record<ActState, string>> = {
  inForce: 'certificate.inForce',
  amended: 'certificate.inForce',
  notYet: 'certificate.extended',
  suspended: 'certificate.expiring',
  expired: 'certificate.expired',
  replaced: 'certificate.superseded',
  repealed: 'certificate.revoked',
  unknown: 'certificate.undetermined',
};

export const ActTag = ({ act }: { act: Act }) => (
  <StatusTag status={LOOKS[act.standing.state]} words={ACT_STATES[act.standing.state]} />
);

/** Search, kind, state and level; a plain form. */
export function ActFilter({ action, query, states = true }: { action: string; query: ListQuery; states?: boolean }) {
  return (
    <form method="get" action={action} class="row">
      <label class="sr" for="q">
        Tìm văn bản
      </label>
      <input
        class="inp w-mid"
        id="q"
        name="q"
        type="search"
        value={query.q}
        placeholder="Số, trích yếu, cơ quan, người ký"
        maxLength={200}
      />
      <Choice name="kind" label="Loại văn bản" all="Mọi loại" words={ACT_KINDS} value={query.kind} />
      <Choice name="level" label="Cấp ban hành" all="Mọi cấp" words={ACT_LEVELS} value={query.level} />
      {states && <Choice name="state" label="Hiệu lực" all="Mọi hiệu lực" words={ACT_STATES} value={query.state} />}
      <button class="btn" type="submit">
        <Icon name="lens" />
        Tìm
      </button>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  all: string;
  words: Readonly<Record<string, string>>;
  value: string | undefined;
}) {
  return (
    <>
      <label class="sr" for={props.name}>
        {props.label}
      </label>
      <select class="inp w-short" id={props.name} name={props.name}>
        <option value="">{props.all}</option>
        {Object.entries(props.words).map(([value, words]) => (
          <option key={value} value={value} selected={value === props.value}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}

/** What is known of an act. */
export function ActFacts({ act }: { act: Act }) {
  const days = [act.signatory, act.signingCapacity].filter(Boolean).join(', ');
  return (
    <FactsList
      facts={[
        { term: 'Trích yếu', value: act.title },
        { term: 'Cơ quan ban hành', value: act.issuer, sub: ACT_LEVELS[act.level] },
        { term: 'Ngày ban hành', value: act.issuedOn === null ? 'Nguồn không nêu' : formatDay(act.issuedOn) },
        { term: 'Hiệu lực', value: standingWords(act) },
        periodWords(act) !== null && { term: 'Giai đoạn', value: periodWords(act) },
        days !== '' && { term: 'Người ký', value: days },
        act.file !== null && {
          term: 'Tệp',
          value: (
            <a class="inline-block py-1" href={actPaths.file(act.id)}>
              Tải tệp văn bản
            </a>
          ),
        },
        act.source !== null && {
          term: 'Nguồn',
          value:
            act.sourceUrl === null ? (
              act.source
            ) : (
              <a href={act.sourceUrl} rel="noopener noreferrer nofollow">
                {act.source}
              </a>
            ),
        },
        act.note !== null && { term: 'Ghi chú', value: act.note },
      ]}
    />
  );
}

/** The days of an act from issue on, with who did what to it. */
export function ActTimeline({
  act,
  relations,
  day,
  one,
}: {
  act: Act;
  relations: readonly Related[];
  day: string;
  one(id: string): string;
}) {
  const events = [
    act.issuedOn !== null && { on: act.issuedOn, what: 'Ban hành', note: null },
    act.inForceFrom !== null && { on: act.inForceFrom, what: 'Có hiệu lực', note: null },
    ...relations
      .filter(({ from, kind, on }) => from === 'act' && (on !== null || !['guides', 'basedOn'].includes(kind)))
      .map((each) => ({
        on: each.on,
        what: `${relationWords(each)} ${each.label ?? 'văn bản nguồn không nêu'}`,
        note: each.act === null ? each.note : <a href={one(each.act)}>Xem văn bản</a>,
      })),
    act.expiresOn !== null && { on: act.expiresOn, what: 'Ngày cuối cùng có hiệu lực', note: null },
    act.periodTo !== null && { on: act.periodTo, what: 'Hết giai đoạn', note: null },
  ].filter((each) => each !== false);
  const steps = events
    .sort((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'))
    .map(
      ({ on, what, note }): Step => ({
        state: on !== null && on > day ? 'next' : 'done',
        what,
        when: on === null ? 'không rõ ngày' : formatDay(on),
        note,
      }),
    );
  return steps.length === 0 ? null : <Timeline steps={steps} label={`Diễn biến của ${actName(act)}`} />;
}
