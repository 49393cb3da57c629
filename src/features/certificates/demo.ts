// Decisions of the demonstration, by the real acts of the provincial office: one issued, one draft, the notices.
import type { DemoSession } from '#features/councils';
import { type DemoTools, demoHand } from '#features/identity';
import { closeUnrecognised, notifyResult } from './closing.ts';
import { draftDecision, proposeDecision } from './draft.ts';
import { issueDecision } from './issue.ts';
import { printDecision } from './printing.ts';

/** Issues the decision over the recognised products with its certificates, and leaves the candidate's in draft. */
export async function demoDecisions(tools: DemoTools, of: DemoSession): Promise<void> {
  const province = await demoHand(tools, 'province');
  const { session } = of;
  const drafted = await draftDecision.run(
    province,
    {
      ...{ session, kind: 'recognition', dossiers: [...of.recognised] },
      title: 'Về việc công nhận sản phẩm OCOP 3 sao, 4 sao (giả định)',
    },
    undefined,
  );
  const { id } = drafted;
  await proposeDecision.run(province, { id, number: '01/TTr-SNNMT (giả định)', dated: tools.day }, undefined);
  const signed = {
    ...{ number: '01/QĐ-UBND (giả định)', dated: tools.day, signingCapacity: 'KT' as const },
    ...{ signatory: 'Nguyễn Văn Giả', signedFile: await signedFile(tools, id, province.actor.account) },
  };
  await issueDecision.run(province, { id, ...signed }, undefined);
  await draftDecision.run(
    province,
    {
      ...{ session, kind: 'approval', dossiers: [of.candidate] },
      title: 'Về việc phê duyệt kết quả sản phẩm tiềm năng 5 sao (giả định)',
    },
    undefined,
  );
  await closeUnrecognised.run(province, { id: of.belowThree }, undefined);
  const notice = { number: '01/TB-SNNMT (giả định)', dated: tools.day, toCommune: true, toProducer: true };
  for (const dossier of [...of.recognised, of.belowThree, of.excluded])
    await notifyResult.run(province, { id: dossier, ...notice }, undefined);
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
