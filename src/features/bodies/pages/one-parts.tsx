import { Cited, type CitedAct } from '#features/legal-acts';
import { verbOf } from '#law/moves';
import { doerWords, type HistoryRow } from '#platform/ledger/read';
import { Button, DataTable, FactsList, formatDay, formatMoment, HistoryLine, StatusTag } from '#ui';
import type { Body, BodyWork, Member } from '../queries.ts';
import { BODY_KINDS, BODY_LEVELS } from '../schema.ts';
import { bodyPaths } from '../urls.ts';
import { roleWords, spanWords } from '../words.ts';

/** Level, place, act and days of a body; an act that holds no longer says so. */
export function BodyFacts({ body, acts }: { body: Body; acts: ReadonlyMap<string, CitedAct> }) {
  const cited = (id: string | null, label: string | null) => {
    const act = id === null ? undefined : acts.get(id);
    return act && label !== null ? <Cited act={act} words={label} /> : label;
  };
  return (
    <FactsList
      facts={[
        { term: 'Loại', value: BODY_KINDS[body.kind] },
        { term: 'Cấp', value: BODY_LEVELS[body.level], sub: body.unit === null ? null : body.place },
        { term: 'Quyết định thành lập', value: cited(body.act, body.actLabel) ?? 'Chưa ghi' },
        { term: 'Hoạt động', value: spanWords(body.from, body.to) },
        body.endedLabel !== null && { term: 'Giải thể theo', value: cited(body.endedBy, body.endedLabel) },
        body.source !== null && { term: 'Nguồn', value: body.source },
        body.note !== null && { term: 'Ghi chú', value: body.note },
      ]}
    />
  );
}

interface MembersProps {
  readonly body: Body;
  readonly title: string;
  readonly members: readonly Member[];
  readonly mayCorrect: boolean;
  readonly none: string;
}

/** Who serves or served, with the acts they came and went by. */
export function Members({ body, title, members, mayCorrect, none }: MembersProps) {
  const columns = [
    {
      head: 'Vai trò',
      cell: ({ role }: Member) => roleWords(body.kind, role),
    },
    {
      head: 'Họ tên, chức vụ',
      rowHead: true,
      cell: (one: Member) => (
        <>
          {one.name ?? one.position}
          {one.name !== null && <span class="sub font-normal">{one.position}</span>}
        </>
      ),
    },
    {
      head: 'Thời gian',
      cell: (one: Member) => (
        <>
          {spanWords(one.from, one.to)}
          {one.joinedBy && <span class="sub">Vào: {one.joinedBy}</span>}
          {one.leftBy && <span class="sub">Ra: {one.leftBy}</span>}
        </>
      ),
    },
    {
      head: 'Liên hệ',
      cell: ({ phone, email }: Member) => (
        <>
          {phone && (
            <a class="inline-block py-1" href={`tel:${phone}`}>
              {phone}
            </a>
          )}
          {email && (
            <a class="sub" href={`mailto:${email}`}>
              {email}
            </a>
          )}
        </>
      ),
    },
  ];
  const correct = {
    head: 'Sửa',
    bare: true,
    cell: (one: Member) => (
      <a href={bodyPaths.member(body.id, one.id)}>
        Sửa<span class="sr"> {one.name ?? one.position}</span>
      </a>
    ),
  };
  return (
    <section class="stack">
      <h2 class="text-lg">{title}</h2>
      {members.length === 0 ? (
        <p class="ink2">{none}</p>
      ) : (
        <DataTable
          rows={members}
          columns={mayCorrect ? [...columns, correct] : columns}
          caption={title}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  );
}

/** Meetings of the body, and tasks it gave or has to do; `record`: where a meeting of it is entered. */
export function Work({ work, record }: { work: readonly BodyWork[]; record: string | null }) {
  return (
    <section class="stack">
      <h2 class="text-lg">Cuộc họp, việc được giao</h2>
      {work.length === 0 ? (
        <p class="ink2">Chưa ghi cuộc họp hoặc việc nào.</p>
      ) : (
        <DataTable
          rows={work}
          columns={workColumns}
          caption="Cuộc họp, việc được giao"
          keyOf={({ kind, id }) => `${kind} ${id}`}
        />
      )}
      {record && (
        <p>
          <Button href={record} icon="plus">
            Ghi kết luận cuộc họp
          </Button>
        </p>
      )}
    </section>
  );
}

const workColumns = [
  {
    head: 'Nội dung',
    rowHead: true,
    cell: (one: BodyWork) => (
      <a href={one.kind === 'task' ? `/viec-duoc-giao/${one.id}` : `/ket-luan-hop/${one.id}`}>{one.words}</a>
    ),
  },
  {
    head: 'Là gì',
    cell: ({ kind, gives }: BodyWork) => (kind === 'meeting' ? 'Cuộc họp' : gives ? 'Việc đã giao' : 'Việc phải làm'),
  },
  { head: 'Ngày họp, hạn', cell: ({ day }: BodyWork) => (day === null ? '' : formatDay(day)) },
  {
    head: 'Tình trạng',
    bare: true,
    cell: ({ state }: BodyWork) => state && <StatusTag status={`task.${state}`} />,
  },
];

/** Every step, the newest first. */
export function BodyHistory({ history }: { history: readonly HistoryRow[] }) {
  return (
    <section class="stack">
      <h2 class="text-lg">Diễn biến</h2>
      <ol class="border-t border-line">
        {history.map(({ no, action, from, at, actorName, inPlaceOf, capacity, reason }) => (
          <HistoryLine
            key={no}
            what={<b>{verbOf(action, from)}</b>}
            changes={[]}
            reason={reason}
            told={`${formatMoment(at)}, ${doerWords(actorName, inPlaceOf)}, ${capacity}`}
          />
        ))}
      </ol>
    </section>
  );
}
