/** The arithmetic of a rulebook: sums, declared gaps, star marks against star minimums, unique names. */
import type { Fault } from './shape.ts';
import type {
  Criterion,
  GateStar,
  Option,
  Part,
  PartCode,
  ProductSet,
  Rulebook,
  ScoredCriterion,
  StarMinimum,
} from './types.ts';

/** The two divisions of 100 points that a decision has used: 148 and 26/2026, then 1048. */
const DIVISIONS: readonly Readonly<Record<PartCode, number>>[] = [
  { A: 40, B: 25, C: 35 },
  { A: 35, B: 25, C: 40 },
];
const GATE_STARS: readonly GateStar[] = [3, 4, 5];

/** Every option of a criterion, over all its cases. */
export function optionsOf(criterion: ScoredCriterion): readonly Option[] {
  return criterion.options ?? criterion.cases?.flatMap((one) => one.options) ?? [];
}

/** The scored criteria below a node, in printed order. */
export function scoredBelow(node: Criterion): readonly ScoredCriterion[] {
  return node.kind === 'group' ? node.children.flatMap(scoredBelow) : [node];
}

/** The scored criteria of a set, in printed order. */
export function scoredCriteria(set: ProductSet): readonly ScoredCriterion[] {
  return set.parts.flatMap((part) => part.criteria.flatMap(scoredBelow));
}

/**
 * The gates of a star as the printed marks give them: in a criterion with options marked for that star or a lower
 * one, the points of the highest such option; where the mark stands on the title, the lowest option that scores.
 * (Note under each sheet of Annex II, Decision 26/2026.)
 */
function minimumsFromMarks(set: ProductSet, star: GateStar): readonly StarMinimum[] {
  const found: StarMinimum[] = [];
  for (const criterion of scoredCriteria(set)) {
    const options = optionsOf(criterion);
    const marked = options.filter((one) => one.minStar !== undefined && one.minStar <= star).map((one) => one.points);
    const most = marked.length > 0 ? Math.max(...marked) : -1;
    const onTitle = criterion.titleMinStar !== undefined && criterion.titleMinStar <= star;
    const least = onTitle ? Math.min(...options.map((one) => one.points).filter((points) => points > 0)) : -1;
    if (least > most) found.push({ criterion: criterion.code, minPoints: least, basis: 'title' });
    else if (most >= 0) found.push({ criterion: criterion.code, minPoints: most });
  }
  return found;
}

function sameMinimums(given: readonly StarMinimum[], derived: readonly StarMinimum[]): boolean {
  const text = (all: readonly StarMinimum[]) =>
    all.map((one) => `${one.criterion}=${one.minPoints}${one.basis ?? ''}`).sort();
  const left = text(given);
  const right = text(derived);
  return left.length === right.length && left.every((one, i) => one === right[i]);
}

function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkScored(criterion: ScoredCriterion, place: string, faults: Fault[]): void {
  const say = (message: string) => faults.push({ place, message });
  if ((criterion.options === undefined) === (criterion.cases === undefined)) {
    say('tiêu chí phải có hoặc danh sách ô chọn, hoặc các trường hợp');
    return;
  }
  if (criterion.selection === undefined) say('chưa nói chọn một hay chọn nhiều ô');
  if (criterion.cases && criterion.caseRule !== 'chooseOne') say('có các trường hợp mà không nói chọn một');
  if (criterion.cases && criterion.selection === 'multiple') say('có các trường hợp thì không chọn nhiều ô');
  const points = optionsOf(criterion).map((one) => one.points);
  const best = criterion.selection === 'multiple' ? sum(points) : Math.max(...points);
  if (best > criterion.maxPoints) say(`ô chọn ${best} điểm vượt thang điểm ${criterion.maxPoints}`);
  if (best < criterion.maxPoints) say(`ô chọn cao nhất ${best} điểm, chưa tới thang điểm ${criterion.maxPoints}`);
  if (criterion.titleMinStar !== undefined && best <= 0) say('có dấu sao ở tên mà không có ô nào có điểm');
  for (const code of repeated(criterion.cases?.map((one) => one.code) ?? [])) say(`trường hợp ${code} lặp lại`);
}

function checkNode(node: Criterion, setId: string, faults: Fault[]): void {
  const place = `${setId} · ${node.code}`;
  if (node.kind === 'criterion') {
    if (Object.hasOwn(node, 'children')) faults.push({ place, message: 'tiêu chí chấm điểm không có tiêu chí con' });
    checkScored(node, place, faults);
    return;
  }
  if (node.children === undefined || Object.hasOwn(node, 'options') || Object.hasOwn(node, 'cases')) {
    faults.push({ place, message: 'nhóm tiêu chí phải có tiêu chí con và không có ô chọn' });
    return;
  }
  const total = sum(node.children.map((one) => one.maxPoints));
  if (total !== node.maxPoints) {
    faults.push({ place, message: `các tiêu chí con cộng lại ${total}, nhóm ghi ${node.maxPoints}` });
  }
  for (const child of node.children) checkNode(child, setId, faults);
}

function checkPart(part: Part, set: ProductSet, declared: number | undefined, faults: Fault[]): void {
  const place = `${set.id} · phần ${part.code}`;
  if (part.maxPoints !== declared) {
    faults.push({ place, message: `ghi ${part.maxPoints} điểm, quyết định chia ${declared ?? 0} điểm` });
  }
  const total = sum(part.criteria.map((one) => one.maxPoints));
  const gap = set.gap?.part === part.code ? set.gap.points : 0;
  if (total + gap !== part.maxPoints) {
    const missing = gap > 0 ? ` và chỗ trống đã khai ${gap}` : '';
    faults.push({ place, message: `các tiêu chí cộng lại ${total}${missing}, phần ghi ${part.maxPoints}` });
  }
}

function checkMinimums(set: ProductSet, faults: Fault[]): void {
  for (const star of GATE_STARS) {
    const derived = minimumsFromMarks(set, star);
    const given = set.starMinimums?.[`${star}`] ?? [];
    if (!sameMinimums(given, derived)) {
      faults.push({ place: `${set.id} · starMinimums ${star}`, message: 'không khớp với dấu sao in trên phiếu' });
    }
  }
}

function checkSet(set: ProductSet, rulebook: Rulebook, faults: Fault[]): void {
  const say = (message: string) => faults.push({ place: set.id, message });
  if (!set.id.startsWith(`${rulebook.id}/`) || set.id.length === rulebook.id.length + 1) {
    say(`mã bộ phải bắt đầu bằng ${rulebook.id}/`);
  }
  if (set.parts.length !== rulebook.parts.length) say('phải có đúng ba phần A, B, C');
  for (const code of repeated(set.parts.map((one) => one.code))) say(`phần ${code} lặp lại`);
  if ((set.gap !== undefined) !== (set.status === 'sourced-with-gap')) say('chỗ trống và trạng thái của bộ không khớp');
  const group = rulebook.groups.find((one) => one.code === set.group);
  if (!group?.subgroups.some((one) => one.code === set.subgroup)) say('nhóm hoặc phân nhóm không có trong danh mục');
  for (const part of set.parts) {
    checkPart(part, set, rulebook.parts.find((one) => one.code === part.code)?.maxPoints, faults);
    for (const criterion of part.criteria) checkNode(criterion, set.id, faults);
  }
  if (faults.length > 0) return;
  const all = (node: Criterion): readonly string[] =>
    node.kind === 'group' ? [node.code, ...node.children.flatMap(all)] : [node.code];
  for (const code of repeated(set.parts.flatMap((part) => part.criteria.flatMap(all)))) say(`tiêu chí ${code} lặp lại`);
  const options = scoredCriteria(set).flatMap((one) => optionsOf(one).map((option) => option.id));
  for (const id of repeated(options)) say(`ô chọn ${id} lặp lại`);
  checkMinimums(set, faults);
}

function checkBands(rulebook: Rulebook, faults: Fault[]): void {
  const place = `${rulebook.id} · starBands`;
  const bands = rulebook.starBands.toSorted((a, b) => a.star - b.star);
  bands.forEach((band, i) => {
    const next = bands[i + 1];
    const closes = next ? next.minPoints === band.maxPoints && !band.maxInclusive : band.maxInclusive;
    const starts = i === 0 ? band.minPoints === 0 : band.minPoints < band.maxPoints;
    if (band.star !== i + 1 || !closes || !starts)
      faults.push({ place, message: `thang ${band.star} sao không liền nhau` });
  });
  if (bands.at(-1)?.maxPoints !== rulebook.totalPoints)
    faults.push({ place, message: 'thang cao nhất không tới tổng điểm' });
}

/** Everything in a rulebook (of right shape) whose arithmetic or naming does not close, with the place. */
export function arithmeticFaults(rulebook: Rulebook): Fault[] {
  const faults: Fault[] = [];
  const division = DIVISIONS.some((one) => rulebook.parts.every((part) => one[part.code] === part.maxPoints));
  const codes = rulebook.parts.map((part) => part.code).join('');
  if (!division || codes !== 'ABC')
    faults.push({ place: `${rulebook.id} · parts`, message: 'không chia 40/25/35 hoặc 35/25/40' });
  checkBands(rulebook, faults);
  for (const id of repeated(rulebook.productSets.map((set) => set.id)))
    faults.push({ place: id, message: 'bộ lặp lại' });
  for (const set of rulebook.productSets) {
    const own: Fault[] = [];
    checkSet(set, rulebook, own);
    faults.push(...own);
  }
  return faults;
}
