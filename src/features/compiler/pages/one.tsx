import { z } from 'zod';
import { historyPath } from '#features/history';
import { stateWords } from '#law/moves';
import type { FormSource, ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, formatDay, formatMoment, Note, StatusTag, TakeList } from '#ui';
import { isWritable, levelOf } from '../acts.ts';
import { type Shown, shownReport } from '../printing.ts';
import { lastReason } from '../queries.ts';
import { changedSince, type Since } from '../since.ts';
import { reportPaths } from '../urls.ts';
import { type Allowed, ReportActs } from './acts.tsx';
import { ReportDocument } from './document.tsx';
import { Findings } from './findings.tsx';
import { SinceNote } from './since.tsx';
import { SourceLinks } from './sources.tsx';

interface Data extends Shown {
  readonly allowed: Allowed;
  readonly since: Since | null;
  /** May the reader open the provinces' reports a report of the country rests on? */
  readonly maySource: boolean;
  /** Why it was given back or is being corrected. */
  readonly why: { readonly reason: string; readonly by: string } | null;
}

async function load(ctx: ReadContext, id: string, no?: number): Promise<Data> {
  const shown = await shownReport(ctx, id, no);
  if (no !== undefined && shown.version === null) throw notFound();
  const may = async (verb: string) => ctx.may(verb, id);
  const [write, send, accept, giveBack, correct, discard, history] = await Promise.all(
    [
      'report.write',
      'report.sendUp',
      'report.takeIn',
      'report.handBack',
      'report.amend',
      'report.throwAway',
      'ledger.read',
    ].map(may),
  );
  const { report, frozen, version } = shown;
  return {
    ...shown,
    allowed: {
      ...{ write: write === true && no === undefined, send: send === true, accept: accept === true },
      ...{
        giveBack: giveBack === true,
        correct: correct === true,
        discard: discard === true,
        history: history === true,
      },
    },
    maySource: ctx.actor.area === null,
    since: version === null ? null : await changedSince(ctx.db, report, frozen, version),
    why: isWritable(report) && shown.versions.length > 0 ? await lastReason(ctx.db, id) : null,
  };
}

/** A report: the draft as it stands now, or the version sent last. */
export const reportPage = page({
  permission: 'report.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  load: (ctx, { id }) => load(ctx, id),
  head: ({ report }) => headOf(report.title),
  view: (data, ctx) => <ReportView {...data} ctx={ctx} />,
});

/** A version as it was sent. */
export const versionPage = page({
  permission: 'report.read',
  params: byId.extend({ no: z.coerce.number().int().positive() }),
  subject: ({ id }) => id,
  shell: 'desk',
  load: (ctx, { id, no }) => load(ctx, id, no),
  head: ({ report, version }) => ({
    ...headOf(`Bản ${version?.no}: ${report.title}`),
    up: { href: reportPaths.one(report.id), words: report.title },
  }),
  view: (data, ctx) => <ReportView {...data} ctx={ctx} />,
});

const headOf = (title: string) => ({ title, here: reportPaths.list, up: { href: reportPaths.list, words: 'Báo cáo' } });

function ReportView({ ctx, ...data }: Data & { ctx: FormSource }) {
  const { report, frozen, version, versions, allowed, since, why } = data;
  const ofCountry = levelOf(report) === 'country';
  const did = ofCountry ? 'ban hành' : 'gửi';
  const ban = version === null ? '' : `?ban=${version.no}`;
  return (
    <div class="max-w-[60rem] stack-5">
      <div class="stack-2">
        <h1>{report.title}</h1>
        <p class="row">
          <StatusTag status={`report.${report.state}`} />
          <span class="ink2">{stateWords('report', report.state).explain}</span>
        </p>
      </div>
      {why && (
        <Note kind="soon" icon="back" title={`${why.by}:`}>
          {why.reason}
        </Note>
      )}
      <FactsList
        facts={[
          {
            term: 'Địa bàn',
            value: report.unitName,
            sub: `Theo đơn vị ngày ${formatDay(frozen.figures.now.unitsAsOf)}`,
          },
          { term: 'Kỳ', value: `${formatDay(frozen.figures.now.from)} – ${formatDay(report.period.to)}` },
          {
            term: 'Số liệu tính đến',
            value: formatDay(frozen.figures.now.asOf),
            sub: `So với ${formatDay(frozen.figures.before.asOf)}`,
          },
          !ofCountry && { term: 'Hạn gửi', value: formatDay(report.sendBy) },
          version !== null && {
            term: `Bản ${version.no}`,
            value: `${version.sender} ${did} lúc ${formatMoment(version.sentAt)}`,
            sub: [version.reason && `Lý do gửi lại: ${version.reason}`, `Mã kiểm tra ${version.hash.slice(0, 16)}`]
              .filter(Boolean)
              .join('. '),
          },
        ]}
      />
      {since && <SinceNote since={since} />}
      <div class="row">
        {allowed.write && (
          <Button kind="main" href={reportPaths.write(report.id)} icon="pen">
            Soạn phần viết
          </Button>
        )}
        <Button href={`${reportPaths.paper(report.id, 'docx')}${ban}`} icon="down">
          Word
        </Button>
        <Button href={`${reportPaths.paper(report.id, 'pdf')}${ban}`} icon="down">
          PDF
        </Button>
        <TakeList href={`${reportPaths.tables(report.id)}${ban}`} />
      </div>
      <section class="stack" aria-labelledby="dieu-chua-khop">
        <h2 id="dieu-chua-khop">Kiểm tra số liệu</h2>
        <Findings report={report} findings={frozen.findings} open={allowed.write} ctx={ctx} />
      </section>
      <section class="stack" aria-label="Xem trước">
        <ReportDocument composed={frozen.composed} figures={frozen.figures} />
      </section>
      {frozen.sources && data.maySource && <SourceLinks lines={frozen.sources.lines} />}
      {version === null || version.no === versions[0]?.no ? <ReportActs data={data} ctx={ctx} /> : null}
      {versions.length > 0 && (
        <section class="stack">
          <h2>Các bản đã {did}</h2>
          <ul class="stack-2">
            {versions.map(({ no, sentAt, reason }) => (
              <li key={no}>
                <a href={reportPaths.version(report.id, no)}>Bản {no}</a>, {did} lúc {formatMoment(sentAt)}
                {reason && `: ${reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {allowed.history && (
        <p>
          <a href={historyPath(report.id)}>Ai đã làm gì với báo cáo này</a>
        </p>
      )}
    </div>
  );
}
