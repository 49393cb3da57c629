import { z } from 'zod';
import { advisedProducts, advisoryReport, officeOf, printed, teamsAt, wordsOf } from '#features/councils';
import {
  type AdviceLevel,
  adviceLevelOf,
  adviceWork,
  authorWords,
  type DossierRecord,
  getDossier,
  mattersOf,
  partsOf,
  standing,
  writtenMatters,
} from '#features/dossiers';
import { ACT_IN_FORCE } from '#law/act';
import type { ReadContext } from '#platform/http/context';
import { byId, uuid } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { visitMinutes } from './papers/visit.ts';

/** The office whose team works at a level, and who leads the team. */
async function teamAt(ctx: Pick<ReadContext, 'db'>, level: AdviceLevel, province: string) {
  const whose = level === 'central' ? null : province;
  const [office, team] = await Promise.all([officeOf(ctx.db, whose), teamsAt(ctx.db, level, whose)]);
  return { office, leader: team.find((one) => one.leader)?.name ?? null };
}

/** What members handed in and nobody gave back, for the paper. */
async function handedParts(db: ReadContext['db'], dossier: DossierRecord) {
  const [parts, matters] = await Promise.all([partsOf(db, dossier), mattersOf(dossier)]);
  return parts.flatMap((part) => {
    const words = standing(part);
    if (!words) return [];
    const { proposal, files } = words;
    return [
      {
        by: authorWords(part),
        matters: writtenMatters(words, matters),
        proposal,
        files: files.map(({ name }) => name),
      },
    ];
  });
}

/** Draft of the team's report on one dossier to the chair of the council (Art. 7.3.c, 7.4.c): finding, visits, papers asked for, proposal. */
export const adviceReportAt = (form: 'pdf' | 'docx') =>
  download({
    name: `dossier.printAdvice.${form}`,
    title: 'Tải báo cáo của Tổ tư vấn về hồ sơ',
    permission: 'advice.print',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const dossier = await getDossier(ctx.db, id);
      const level = adviceLevelOf(dossier);
      const { office, leader } = await teamAt(ctx, level, dossier.province.id);
      const [advised] = await advisedProducts(ctx.db, [id], level);
      if (!advised) throw notFound();
      const paper = advisoryReport({
        issuance: {
          superior: office.authority,
          issuer: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP',
          ...{ place: office.place, number: null, symbol: 'BC-TTV', date: null, year: Number(ctx.day.slice(0, 4)) },
        },
        council: `Hội đồng đánh giá, phân hạng sản phẩm OCOP ${office.province}`,
        clause: wordsOf(office).clause,
        actShort: ACT_IN_FORCE.short,
        roundTitle: `hồ sơ ${dossier.product.name}`,
        products: [advised],
        remarks: null,
        proposal: advised.proposal,
        parts: await handedParts(ctx.db, dossier),
        signature: { capacity: ['Tổ trưởng'], name: leader },
      });
      return printed(paper, form, 'bao-cao-to-tu-van', ctx.now);
    },
  });

/** Minutes of a visit, to be signed by producer and team. */
export const visitMinutesAt = (form: 'pdf' | 'docx') =>
  download({
    name: `dossier.printVisit.${form}`,
    title: 'Tải biên bản khảo sát',
    permission: 'dossier.read',
    params: z.object({ id: uuid(), visit: uuid() }),
    subject: ({ id }) => id,
    async run(ctx, { id, visit: wanted }) {
      const dossier = await getDossier(ctx.db, id);
      const visit = (await adviceWork(ctx.db, id)).visits.find((one) => one.id === wanted);
      if (!visit) throw notFound();
      const { office, leader } = await teamAt(ctx, visit.level, dossier.province.id);
      const paper = visitMinutes({
        team: `Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP ${office.province}`,
        ...{ authority: office.authority, leader },
        ...{ product: dossier.product.name, producer: dossier.producer.name, productCode: dossier.productCode },
        ...{ visitedOn: visit.visitedOn, where: visit.place, coordinates: visit.coordinates },
        people: visit.people.split('\n'),
        ...{ findings: visit.findings, proposal: visit.proposal, photos: visit.photos.length },
      });
      return printed(paper, form, 'bien-ban-khao-sat', ctx.now);
    },
  });
