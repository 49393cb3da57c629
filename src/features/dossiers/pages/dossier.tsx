import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { adviceWork } from '../advice-read.ts';
import { confirmedYears } from '../calendar-years.ts';
import { changesLeft } from '../changes.ts';
import { listAddress } from '../many.ts';
import { papersSoonOn } from '../paper-read.ts';
import { kindsOf, partsOf } from '../progress.ts';
import { helpers, slipsOf } from '../queries.ts';
import { getDossier } from '../record.ts';
import { reviewsOf } from '../reviews-read.ts';
import { roundNote } from '../round-of.ts';
import { sheetOf, standingOf } from '../sheet.ts';
import { timelineSteps } from '../timeline.ts';
import { advicePaths, paths } from '../urls.ts';
import { citedPapers } from '../wallet.ts';
import { mayBeWithdrawn } from '../withdrawal.ts';
import { isOpen, readWriting, writes } from '../writing.ts';
import type { OfficeData } from './commune-acts.tsx';
import { loadOffice, OfficerDossier } from './commune-dossier.tsx';
import { Tasks, type TasksData, tasksActs } from './tasks.tsx';
import { Track, type TrackData } from './track.tsx';

type Data =
  | ({ readonly shown: 'tasks' } & TasksData)
  | ({ readonly shown: 'track' } & TrackData)
  | ({ readonly shown: 'office'; readonly back: string | undefined } & OfficeData);

/**
 * A dossier at its one address: while it may be written the task list of who writes it, afterwards where it is.
 * A draft belongs to its writer alone.
 */
export const dossierPage = page({
  permission: 'dossier.read',
  params: byId,
  query: z.object({ ve: listAddress.optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { ve }): Promise<Data> {
    const dossier = await getDossier(ctx.db, id);
    const writer = writes(ctx.actor, dossier);
    if (!writer && dossier.state === 'draft') throw notFound();
    if (ctx.actor.role !== 'producer' && !(writer && isOpen(dossier)))
      return {
        shown: 'office',
        back: ve ?? (ctx.actor.byName ? advicePaths.own : undefined),
        ...(await loadOffice(ctx, dossier)),
      };
    const [papers, history, years, sheet, help] = await Promise.all([
      citedPapers(ctx.db, id),
      historyOf(ctx.db, id),
      confirmedYears(ctx.db),
      sheetOf(dossier),
      helpers(ctx.db, [dossier.producer.id], ctx.day),
    ]);
    const steps = timelineSteps(dossier, history, ctx.day, years);
    const standing = standingOf(dossier, sheet);
    const soonOn = await papersSoonOn(ctx.db, ctx.day);
    const common = { dossier, papers, steps, standing, set: sheet.set, help, day: ctx.day, soonOn };
    if (!writer || !isOpen(dossier))
      return {
        shown: 'track',
        ...common,
        slips: await slipsOf(ctx.db, id),
        advice: await adviceWork(ctx.db, id),
        mayAnswer: await ctx.may('dossier.answerRequest', id),
        roundNote: await roundNote(ctx.db, dossier, ctx.day),
        reviews: await reviewsOf(ctx, dossier),
        mayWithdraw: (await mayBeWithdrawn(ctx.db, dossier, ctx.day)) && (await ctx.may('dossier.withdraw', id)),
      };
    const { returned } = await readWriting(ctx, id);
    const items = returned?.items ?? [];
    return {
      shown: 'tasks',
      ...common,
      returned,
      parts: partsOf(dossier, items, await changesLeft(ctx.db, dossier, papers, ctx.day)),
      kinds: kindsOf(sheet.set, papers, items, ctx.day),
    };
  },
  head: (data, ctx) => ({
    title: data.dossier.product.name,
    ...placeOf(ctx.actor.role === 'producer', data.shown === 'office'),
    ...(data.shown === 'tasks' ? { acts: tasksActs(data) } : {}),
  }),
  view: (data, ctx) => {
    if (data.shown === 'office')
      return <OfficerDossier data={data} back={data.back} form={(action) => ctx.form(action)} />;
    if (data.shown === 'track') return <Track {...data} />;
    return <Tasks {...data} inline={ctx.actor.role !== 'producer'} />;
  },
});

/** Where the page stands; an office's view leads back by itself, to the row of the list one came from. */
function placeOf(producer: boolean, office: boolean) {
  if (producer) return { here: paths.home, up: { href: paths.home, words: 'Việc của tôi' } };
  return { here: paths.list, ...(office ? {} : { up: { href: paths.list, words: 'Hồ sơ' } }) };
}
