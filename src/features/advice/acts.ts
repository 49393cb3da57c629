/** What the office records of its advisory team's work on a dossier (Art. 7.3.c, 7.4.c). */
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { teamConflicts, teamsAt } from '#features/councils';
import {
  adviceLevelOf,
  advicePaths,
  adviceWork,
  confirmedYears,
  type DossierRecord,
  holdDossier,
  memberOn,
  tellOffice,
  tellProducer,
} from '#features/dossiers';
import { addWorkingDays } from '#law/calendar';
import type { FactsOf } from '#law/moves';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { tell } from '#platform/outbox/outbox';
import { invalid } from '#platform/refusal';
import { settingsOn } from '#platform/settings';
import { formatDay } from '#ui';
import { BARRING } from './linking.ts';
import { carriedOut, peopleOf } from './planning.ts';
import {
  type AdviceRow,
  adviceRow,
  assignAdvisers as assignInput,
  requestPapers as requestInput,
  signVisit as signInput,
  recordVisit as visitInput,
} from './schema.ts';

/** The province whose team works on a dossier; null for the Ministry's. */
export const teamProvince = (dossier: DossierRecord) =>
  adviceLevelOf(dossier) === 'central' ? null : dossier.province.id;

/** Gives a dossier to members of the team; the list replaces the former one. */
export const assignAdvisers = action({
  name: 'dossier.assignAdvisers',
  title: 'Giao hồ sơ cho thành viên Tổ tư vấn',
  input: assignInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, members, dueOn }): Promise<AdviceRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const level = adviceLevelOf(dossier);
    const team = await teamsAt(ctx.tx, level, teamProvince(dossier));
    const chosen = [...new Set(members)];
    if (!chosen.every((one) => team.some((member) => member.id === one)))
      throw invalid('members', 'Chọn thành viên của Tổ tư vấn đang hoạt động');
    const signs = await teamConflicts(
      ctx.tx,
      team.filter((one) => chosen.includes(one.id)),
      [id],
      ctx.day,
    );
    const shown: FactsOf<'dossier.assignAdvisers'> = {
      ...{ members: chosen.length, dueOn: dueOn ?? null },
      tied: signs
        .filter(({ kind }) => kind === BARRING)
        .map(({ seat }) => team.find((one) => one.id === seat)?.name ?? ''),
    };
    const before = new Set((await adviceWork(ctx.tx, id)).advisers.map((one) => one.id));
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.assignAdvisers',
      subject: id,
      expect: ctx.expect,
      facts: { level, members: chosen, ...(dueOn ? { dueOn } : {}) },
      shown,
      effect: async (tx) => {
        await tx.deleteFrom('advice_assignment').where('dossier', '=', id).where('level', '=', level).execute();
        for (const member of chosen)
          await tx
            .insertInto('advice_assignment')
            .values({ dossier: id, level, member, due_on: dueOn ?? null })
            .execute();
        const told = team.filter((one) => chosen.includes(one.id) && !before.has(one.id));
        for (const { account } of told)
          if (account !== null)
            await tell(tx, {
              ...{ channel: 'app', account, link: advicePaths.part(id), about: id },
              subject: `Bạn được giao thẩm tra hồ sơ ${dossier.product.name}`,
              body: `${dossier.producer.name}.${dueOn ? ` Hạn nộp phần thẩm tra: ${formatDay(dueOn)}.` : ''}`,
            });
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** The office whose team works on a dossier. */
export const officeOfTeam = (dossier: DossierRecord) =>
  adviceLevelOf(dossier) === 'central' ? ('ministry' as const) : ('province' as const);

/** The last day to send what is asked for today, by the office's setting. */
export async function requestDueOn(tx: Kysely<DB> | Tx, dossier: DossierRecord, day: Day): Promise<Day> {
  const { adviceRequestDays } = lawSettings(await settingsOn(tx, day, teamProvince(dossier)));
  return addWorkingDays(day, adviceRequestDays, await confirmedYears(tx)).day;
}

/** Asks the producer, through its commune, for papers or test results, by a day. */
export const requestPapers = action({
  name: 'dossier.requestPapers',
  title: 'Đề nghị bổ sung giấy tờ, kết quả kiểm nghiệm',
  input: requestInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, kind, what, ...given }): Promise<AdviceRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const dueOn = given.dueOn ?? (await requestDueOn(ctx.tx, dossier, ctx.day));
    const { membersAsk } = lawSettings(await settingsOn(ctx.tx, ctx.day, teamProvince(dossier)));
    const allowed = !ctx.actor.byName || membersAsk;
    const shown: FactsOf<'dossier.requestPapers'> = { kind, what, dueOn, allowed };
    const request = v7();
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.requestPapers',
      subject: id,
      expect: ctx.expect,
      facts: { request, kind, dueOn },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('advice_request')
          .values({
            ...{ id: request, dossier: id, level: adviceLevelOf(dossier), kind, what },
            ...{ asked_on: ctx.day, due_on: dueOn, asked_by: ctx.actor.account },
          })
          .execute();
        const words = {
          subject: `Tổ tư vấn đề nghị bổ sung hồ sơ ${dossier.product.name}`,
          body: `${what} Hạn gửi: ${formatDay(dueOn)}.`,
        };
        await tellProducer(tx, dossier, words);
        await tellOffice(tx, dossier, 'commune', words);
        if (ctx.actor.byName) await tellOffice(tx, dossier, officeOfTeam(dossier), words);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

const COORDINATES = /^(-?\d{1,2}(?:\.\d{1,6})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,6})?)$/;

const DEGREES = { latitude: 90, longitude: 180 } as const;

/** '20.651230, 106.051230' as two numbers in degrees. Throws 422 at the field. */
function coordinatesOf(words: string | undefined): { latitude: string | null; longitude: string | null } {
  if (words === undefined) return { latitude: null, longitude: null };
  const [, latitude = '', longitude = ''] = COORDINATES.exec(words) ?? [];
  const onEarth = Math.abs(Number(latitude)) <= DEGREES.latitude && Math.abs(Number(longitude)) <= DEGREES.longitude;
  if (latitude === '' || !onEarth) throw invalid('coordinates', 'Ghi vĩ độ, kinh độ, ví dụ 20.651230, 106.051230');
  return { latitude, longitude };
}

/** Does the member who acts stand among the people of a visit, by the name the team knows? */
async function stoodAmong(ctx: ActionContext, dossier: DossierRecord, people: readonly string[]): Promise<boolean> {
  const member = await memberOn(ctx.tx, dossier, ctx.actor.account);
  const plain = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/\([^)]*\)/g, '')
      .trim();
  return member !== undefined && people.some((one) => plain(one).startsWith(plain(member.name)));
}

/** Records a visit to the place: day, people, findings, photos; its minutes are printed from it and signed. */
export const recordVisit = action({
  name: 'dossier.recordVisit',
  title: 'Ghi khảo sát thực tế',
  input: visitInput,
  output: adviceRow.extend({ visit: adviceRow.shape.id }),
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, plan, visitedOn, place, people, findings, proposal, coordinates, photos }) {
    const dossier = await holdDossier(ctx.tx, id);
    const where = coordinatesOf(coordinates);
    const present = peopleOf(people);
    const tookPart = !ctx.actor.byName || (await stoodAmong(ctx, dossier, present));
    const shown: FactsOf<'dossier.recordVisit'> = { visitedOn, place, people: present.length, findings, tookPart };
    const visit = v7();
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.recordVisit',
      subject: id,
      expect: ctx.expect,
      facts: { visit, visitedOn, photos: photos.length, ...(plan ? { plan } : {}) },
      shown,
      effect: async (tx) => {
        await attachFiles(ctx, photos, { province: teamProvince(dossier) }, 'photos');
        await tx
          .insertInto('site_visit')
          .values({
            ...{ id: visit, dossier: id, level: adviceLevelOf(dossier), visited_on: visitedOn, place, ...where },
            ...{ people: present.join('\n'), findings, proposal: proposal ?? null, recorded_by: ctx.actor.account },
          })
          .execute();
        for (const [position, file] of photos.entries())
          await tx.insertInto('site_visit_photo').values({ visit, file, position }).execute();
        if (plan) await carriedOut(tx, dossier, plan, visit);
      },
    });
    return { id, state: moved.state, version: moved.version, visit };
  },
});

/** Keeps the signed minutes of a visit. */
export const signVisit = action({
  name: 'dossier.signVisit',
  title: 'Lưu biên bản khảo sát đã ký',
  input: signInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, visit, file }): Promise<AdviceRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const recorded = await ctx.tx
      .selectFrom('site_visit')
      .select('recorded_by')
      .where('id', '=', visit)
      .executeTakeFirst();
    const own = !ctx.actor.byName || recorded?.recorded_by === ctx.actor.account;
    const shown: FactsOf<'dossier.signVisit'> = { own };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.signVisit',
      subject: id,
      expect: ctx.expect,
      facts: { visit, file },
      shown,
      effect: async (tx) => {
        const found = await tx
          .updateTable('site_visit')
          .set({ minutes_file: file })
          .where('id', '=', visit)
          .where('dossier', '=', id)
          .where('level', '=', adviceLevelOf(dossier))
          .returning('id')
          .executeTakeFirst();
        if (!found) throw invalid('visit', 'Chọn một cuộc khảo sát của hồ sơ này');
        await attachFiles(ctx, [file], { province: teamProvince(dossier) });
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});
