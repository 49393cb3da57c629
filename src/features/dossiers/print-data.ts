import type { Kysely } from 'kysely';
import { evidenceWords, samplesNeeded, UPDATE_MATTERS } from '#law/dossier';
import { optionsOf, type Part, scoredCriteria } from '#law/rulebooks';
import type { SheetStanding } from '#law/sheet-state';
import type { DB } from '#platform/db/schema.generated';
import { changeText } from './changes.ts';
import type { Form01Data, SlipEntry } from './papers/form01.ts';
import type { Form02Data, SelfScoredPart } from './papers/form02.ts';
import { slipsOf } from './queries.ts';
import type { DossierRecord } from './record.ts';
import type { DossierForm } from './schema.ts';
import { type DossierSheet, sheetOf, standingOf } from './sheet.ts';
import type { WalletPaper } from './wallet.ts';

/** Form 01 as the dossier stands; what is not filled in yet stays blank for the pen. */
export async function form01Data(db: Kysely<DB>, dossier: DossierRecord, day: string): Promise<Form01Data> {
  const { rulebook, set } = await sheetOf(dossier);
  const { general } = partsIn(dossier);
  const group = rulebook.groups.find(({ code }) => code === set.group);
  const slips = await slipsOf(db, dossier.id);
  const slipOf = (body: 'commune' | 'province'): SlipEntry | null => {
    const slip = slips.find((one) => one.body === body);
    return slip ? { number: slip.text, receivedOn: slip.receivedOn, receiver: slip.receiverName } : null;
  };
  const needed = samplesNeeded(set.group);
  return {
    province: lowerFirst(dossier.province.name),
    year: Number((dossier.submittedOn ?? day).slice(0, 4)),
    applicant: general.applicant ?? null,
    representative: general.representative ?? null,
    position: general.position ?? null,
    address: general.address ?? null,
    phone: general.phone ?? null,
    email: general.email ?? null,
    product: general.productName ?? null,
    sector: group ? calm(group.name) : null,
    group: group?.subgroups.find(({ code }) => code === set.subgroup)?.name ?? null,
    subgroup: set.name,
    kind: dossier.kind,
    samples: needed === 0 ? null : (countIn(general.samples) ?? needed),
    place: placeName(dossier.commune.name),
    date: dossier.submittedOn,
    communeSlip: slipOf('commune'),
    provinceSlip: slipOf('province'),
  };
}

/** Form 02 as the dossier stands, with the self-score criterion by criterion and the papers it cites. */
export async function form02Data(dossier: DossierRecord, papers: readonly WalletPaper[]): Promise<Form02Data> {
  const sheet = await sheetOf(dossier);
  const standing = standingOf(dossier, sheet);
  const { general, results, plan } = partsIn(dossier);
  const product = [general.productName, general.specification, general.standard].filter(Boolean).join('; ');
  return {
    kind: dossier.kind,
    producer: general.applicant ?? null,
    producerType: general.applicantType ?? null,
    address: general.address ?? null,
    phone: general.phone ?? null,
    email: general.email ?? null,
    representative: {
      name: general.representative ?? null,
      sex: general.sex === undefined ? null : general.sex === 'female' ? 'Nữ' : 'Nam',
      ethnicity: general.ethnicity ?? null,
      permanentAddress: general.permanentAddress ?? null,
    },
    foundedOn: general.foundedOn ?? null,
    registrationNumber: general.registrationNumber ?? null,
    product: product || null,
    has: {
      businessRegistration: general.businessRegistration === true,
      qualityDeclaration: general.qualityDeclaration === true,
      foodSafety: general.foodSafetyCertificate === true,
      mandatoryConditions: general.productionCertificate === true,
      trademark: general.trademark === true,
      rightToUse: general.geographicalIndication === true,
      patent: general.patent === true,
      design: general.industrialDesign === true,
      copyright: general.copyright === true,
      other: general.otherRight ?? null,
    },
    history: general.history ?? null,
    organisation: general.organisation ?? null,
    area: results.materialArea ?? null,
    quality: results.qualityChange ?? null,
    market: results.market ?? null,
    business: results.revenue ?? null,
    setName: sheet.set.name,
    parts: sheet.set.parts.map((part) => scoredPart(part, dossier, sheet, standing, papers)),
    total: standing.total,
    maxTotal: sheet.rulebook.totalPoints,
    changes: changesOf(dossier, papers),
    plan: plan.plan ?? null,
    place: placeName(dossier.commune.name),
    date: dossier.submittedOn,
  };
}

/** The parts of the form; one not begun is empty. */
function partsIn({ form }: DossierRecord): { [P in keyof DossierForm]-?: Partial<NonNullable<DossierForm[P]>> } {
  return {
    general: form.general ?? {},
    results: form.results ?? {},
    changes: form.changes ?? {},
    plan: form.plan ?? {},
  };
}

function scoredPart(
  part: Part,
  dossier: DossierRecord,
  { set }: DossierSheet,
  standing: SheetStanding,
  papers: readonly WalletPaper[],
): SelfScoredPart {
  const inside = scoredCriteria({ ...set, parts: [part] });
  return {
    title: `Phần ${part.code}. ${calm(part.title)}`,
    maxPoints: part.maxPoints,
    points: standing.parts.find(({ code }) => code === part.code)?.points ?? 0,
    criteria: inside.map((criterion) => {
      const chosen = [dossier.answers[criterion.code] ?? []].flat();
      const words = optionsOf(criterion).filter(({ id }) => chosen.includes(id));
      return {
        code: criterion.code,
        title: calm(criterion.title),
        maxPoints: criterion.maxPoints,
        chosen: words.length > 0 ? words.map(({ label }) => label).join('; ') : null,
        points: standing.points[criterion.code] ?? 0,
        description: dossier.answerNotes[criterion.code] ?? null,
        evidence: papers.filter(({ criteria }) => criteria.includes(criterion.code)).map(({ title }) => title),
      };
    }),
  };
}

/** What changed as Form 02 prints it: the changes of an upgrade, the nine matters of a re-evaluation by name. */
function changesOf(dossier: DossierRecord, papers: readonly WalletPaper[]): string | null {
  const said = changeText(dossier, papers);
  const lines = Object.entries(said).map(([field, words]) => {
    const matter = UPDATE_MATTERS.find((one) => one.field === field);
    return matter ? `${matter.label}: ${words}` : words;
  });
  return lines.length > 0 ? lines.join('\n') : null;
}

/** Papers handed in, counted by kind, after the two forms. */
export function handedIn(papers: readonly WalletPaper[]): { name: string; files: number }[] {
  const kinds = new Map<string, number>();
  for (const { kind } of papers) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [
    { name: 'Phiếu đăng ký (Mẫu số 01)', files: 1 },
    { name: 'Báo cáo tự đánh giá về sản phẩm (Mẫu số 02)', files: 1 },
    ...[...kinds].toSorted().map(([kind, files]) => ({ name: evidenceWords(kind)?.name ?? 'Giấy tờ khác', files })),
  ];
}

/** "Xã Tân Hưng" → "Tân Hưng", as it stands before the date of a paper. */
export function placeName(fullName: string): string {
  return fullName.replace(/^(Xã|Phường|Thị trấn|Đặc khu)\s+/u, '');
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

function calm(title: string): string {
  return title === title.toLocaleUpperCase('vi') ? title.charAt(0) + title.slice(1).toLocaleLowerCase('vi') : title;
}

function countIn(text: string | undefined): number | null {
  const found = /\d+/.exec(text ?? '')?.[0];
  return found === undefined ? null : Number(found);
}
