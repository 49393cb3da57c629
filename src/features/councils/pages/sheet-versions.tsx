import { z } from 'zod';
import { canonical } from '#law/session-record';
import { sheetStanding } from '#law/sheet-state';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, FactsList, formatMoment, Icon, Note, Sheet } from '#ui';
import { setIndexOf } from '../compute.ts';
import { paperWords } from '../paper-read.ts';
import { steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import { type SheetVersions, sheetVersions } from '../versions-read.ts';

/** One sheet after the opening, every version of it: the first stays readable whatever came later (test 24). */
export const sheetVersionsPage = page({
  permission: 'result.read',
  params: z.object({ id: uuid(), sheet: uuid() }),
  query: z.object({ ban: z.coerce.number().int().min(1).optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, sheet }, { ban }) {
    const found = await sheetVersions(ctx.db, id, sheet);
    const hidden = await steppedBackFrom(ctx.db, id, ctx.actor.account);
    if (!found || hidden.has(found.dossier)) throw notFound();
    const shown = ban === undefined ? found.versions.at(-1) : found.versions.find(({ no }) => no === ban);
    if (!shown) throw notFound();
    const index = await setIndexOf(found.productSet);
    const standing = sheetStanding(index, shown.answers);
    if (!standing.ok) throw new Error(`sheet ${sheet} holds ${standing.code}`);
    const earlier = found.versions.find(({ no }) => no === shown.no - 1);
    const changed = earlier
      ? index.criteria.map(({ code }) => code).filter((code) => differs(earlier, shown, code))
      : [];
    return { session: id, found, shown, index, standing, changed };
  },
  head: ({ found }) => ({ title: `Phiếu của ${found.member}: ${found.product}`, here: '/hoi-dong' }),
  view: ({ session, found, shown, index, standing, changed }) => (
    <div class="stack-6">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.result(session, found.dossier)}>
            <Icon name="left" />
            {found.product}
          </a>
        </p>
        <h1>Phiếu của {found.member}</h1>
      </div>
      {found.versions.length > 1 && <Versions session={session} found={found} shown={shown.no} />}
      <FactsList
        facts={[
          { term: 'Tổng điểm', value: `${shown.total} điểm` },
          { term: 'Nộp lúc', value: formatMoment(new Date(shown.at)) },
          shown.paper !== null && {
            term: 'Phiếu giấy',
            value: paperWords(shown.paper),
            sub: <a href={`/tep/${shown.paper.scan}`}>Xem bản quét</a>,
          },
          shown.reason !== null && { term: 'Lý do nộp lại', value: shown.reason },
          changed.length > 0 && { term: 'Đã đổi so với bản trước', value: `Tiêu chí ${changed.join(', ')}` },
          shown.opinion !== null && { term: 'Ý kiến', value: shown.opinion },
          shown.exclusion !== null && {
            term: 'Đề nghị loại',
            value: shown.exclusion.ground,
            sub: shown.exclusion.reason,
          },
          { term: 'Mã niêm phong', value: <code class="xs break-all">{shown.hash}</code> },
        ]}
      />
      {shown.no < found.versions.length && (
        <Note kind="info" title={`Đây là bản ${shown.no}. Kết quả tính theo bản ${found.versions.length}.`} />
      )}
      <Sheet set={index.set} answers={shown.answers} state={standing} remarks={shown.notes} locked />
    </div>
  ),
});

type Version = SheetVersions['versions'][number];
const differs = (one: Version, other: Version, code: string) =>
  canonical([one.answers[code], one.notes[code]]) !== canonical([other.answers[code], other.notes[code]]);

/** All versions, each a way to read it. */
function Versions({ session, found, shown }: { session: string; found: SheetVersions; shown: number }) {
  return (
    <DataTable
      rows={found.versions}
      caption={`${found.versions.length} bản đã nộp`}
      showCaption
      keyOf={(row) => String(row.no)}
      state={(row) => (row.no === shown ? 'sel' : undefined)}
      columns={[
        { head: 'Bản', rowHead: true, cell: (row) => `Bản ${row.no}${row.paper ? ', từ bản giấy' : ''}` },
        { head: 'Nộp lúc', cell: (row) => formatMoment(new Date(row.at)) },
        { head: 'Tổng điểm', number: true, cell: (row) => row.total },
        { head: 'Lý do nộp lại', cell: (row) => row.reason ?? 'Bản đầu' },
        {
          head: 'Xem',
          bare: true,
          cell: (row) =>
            row.no === shown ? (
              'Đang xem'
            ) : (
              <Button href={`${councilPaths.versions(session, found.sheet)}?ban=${row.no}`} label={`Xem bản ${row.no}`}>
                Xem
              </Button>
            ),
        },
      ]}
    />
  );
}
