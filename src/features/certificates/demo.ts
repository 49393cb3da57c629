// Decisions of the demonstration, by the real acts of the provincial office: two issued, one draft, the notices.
import type { DemoSession } from '#features/councils';
import { type DemoTools, demoHand } from '#features/identity';
import { closeUnrecognised, notifyResult } from './closing.ts';
import { draftDecision, proposeDecision } from './draft.ts';
import { issueDecision } from './issue.ts';
import { printDecision } from './printing.ts';

/** Issues the decisions over the recognised products and over one candidate, and leaves the other candidate's in draft. */
export async function demoDecisions(tools: DemoTools, of: DemoSession): Promise<void> {
  const province = await demoHand(tools, 'province');
  const { session } = of;
  const title = 'Về việc công nhận sản phẩm OCOP 3 sao, 4 sao (giả định)';
  await issued(tools, '01', { session, kind: 'recognition', dossiers: [...of.recognised], title });
  const approval = 'Về việc phê duyệt kết quả sản phẩm tiềm năng 5 sao (giả định)';
  await issued(tools, '02', { session, kind: 'approval', dossiers: [of.sent], title: approval });
  const left = { session, kind: 'approval' as const, dossiers: [of.candidate], title: approval };
  await draftDecision.run(province, left, undefined);
  await closeUnrecognised.run(province, { id: of.belowThree }, undefined);
  const notice = { number: '01/TB-SNNMT (giả định)', dated: tools.day, toCommune: true, toProducer: true };
  for (const dossier of [...of.recognised, of.belowThree, of.excluded])
    await notifyResult.run(province, { id: dossier, ...notice }, undefined);
}

type Draft = Parameters<typeof draftDecision.run>[1];

/** Drafts, proposes and issues a decision under the same running number. */
async function issued(tools: DemoTools, no: string, draft: Draft): Promise<void> {
  const province = await demoHand(tools, 'province');
  const { id } = await draftDecision.run(province, draft, undefined);
  await proposeDecision.run(province, { id, number: `${no}/TTr-SNNMT (giả định)`, dated: tools.day }, undefined);
  const signed = {
    ...{ number: `${no}/QĐ-UBND (giả định)`, dated: tools.day, signingCapacity: 'KT' as const },
    ...{ signatory: 'Nguyễn Văn Giả', signedFile: await signedFile(tools, id, province.actor.account) },
  };
  await issueDecision.run(province, { id, ...signed }, undefined);
}

/** The decision's own print stands for the signed scan, which the demonstration cannot have. */
async function signedFile({ tx, files, now }: DemoTools, decision: string, account: string): Promise<string> {
  const { body } = await printDecision(tx, decision, 'quyet-dinh', 'pdf', now);
  if (!Buffer.isBuffer(body)) throw new Error('a decision prints into memory');
  const stored = await files.putOwn(body, { kind: 'pdf', type: 'application/pdf', name: 'quyet-dinh.pdf', pages: 2 });
  const { id, sha256, size, type, name } = stored;
  await tx
    .insertInto('file')
    .values({ id, sha256, size, type, name, pages: stored.pages ?? null, uploaded_by: account })
    .execute();
  return id;
}
