// Two more ways a council works, for the demonstration: a ballot by written opinions under way, and a session without names.
import { type DemoTools, demoHand } from '#features/identity';
import { demoInRound } from '#features/rounds';
import { papersToShow, showPaper } from './blind-papers.ts';
import { setIndexOf } from './compute.ts';
import { demoCouncil, demoSheetOf } from './demo.ts';
import { demoSheet } from './demo-sheets.ts';
import { planSession, setAgenda } from './session.ts';
import { saveSheet, submitSheet } from './sheet.ts';
import { startSession } from './start.ts';

const FOOD = '26-2026/06';
const REPORT = '13/BC-TTV (giả định)';
const OPINION = 'Hồ sơ vẫn giữ các điều kiện của lần công nhận trước (giả định).';

interface Wanted {
  readonly council: string;
  readonly round: string;
  readonly title: string;
  readonly mode: 'meeting' | 'written';
}

/** A session with one dossier on its agenda, not yet begun. */
async function planned(tools: DemoTools, wanted: Wanted, dossier: string): Promise<string> {
  const province = await demoHand(tools, 'province');
  const held = wanted.mode === 'meeting' ? { heldOn: tools.day, place: 'Phòng họp số 2 (giả định)' } : {};
  const { id } = await planSession.run(province, { ...wanted, ...held }, undefined);
  await setAgenda.run(province, { id, dossiers: [dossier], ...held }, undefined);
  return id;
}

/**
 * A recognised product evaluated again by written opinions (Art. 5, regulation of the council): one member has answered,
 * the others are waited for. `product`: recognised, within its window of filing.
 */
export async function demoBallot(tools: DemoTools, of: { council: string; round: string }): Promise<string> {
  const answers = demoSheet(await setIndexOf(FOOD), 4, 80);
  const base = { producer: 'canh-dieu' as const, productSet: FOOD, answers, report: REPORT };
  const dossier = await demoInRound(tools, of.round, { ...base, product: { again: 'bun-la' } });
  const title = 'Lấy ý kiến đánh giá lại bún lá khô (giả định)';
  const session = await planned(tools, { ...of, title, mode: 'written' }, dossier);
  await startSession.run(await demoHand(tools, 'council-secretary'), { id: session }, undefined);
  const hand = await demoHand(tools, 'council-member-1');
  const { id, index } = await demoSheetOf(tools, session, dossier, hand.actor.account);
  const sheet = { id, answers: demoSheet(index, 4, 79), notes: {}, opinion: OPINION };
  const { draftVersion } = await saveSheet.run(hand, sheet, undefined);
  await submitSheet.run(hand, { id, draftVersion }, undefined);
  return session;
}

/** A session that judges by number: the office has looked through every paper, one is kept back; members have begun nothing. */
export async function demoNameless(tools: DemoTools, round: string): Promise<string> {
  const name = 'Hội đồng chấm ẩn danh sản phẩm OCOP tỉnh Hưng Yên (giả định)';
  const council = await demoCouncil(tools, name, '03', 'scorers');
  const answers = demoSheet(await setIndexOf(FOOD), 3, 62);
  const base = { producer: 'canh-dieu' as const, productSet: FOOD, answers, report: REPORT };
  const dossier = await demoInRound(tools, round, { ...base, product: 'Mì chũ ngũ sắc Cánh Diều (giả định)' });
  const session = await planned(
    tools,
    { council, round, title: 'Phiên chấm ẩn danh (giả định)', mode: 'meeting' },
    dossier,
  );
  const province = await demoHand(tools, 'province');
  for (const { id: paper, kind } of await papersToShow(tools.tx, session, dossier)) {
    const verdict = kind === 'E02' ? ('withheld' as const) : ('asIs' as const);
    await showPaper.run(province, { id: session, dossier, paper, verdict }, undefined);
  }
  await startSession.run(await demoHand(tools, 'council-secretary'), { id: session }, undefined);
  return session;
}
