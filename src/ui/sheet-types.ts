/** The part of a product set that a sheet shows; a set of the law's rulebooks fits as it is. */
export interface SheetOption {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  readonly minStar?: number;
}

export interface SheetCriterion {
  readonly kind: 'criterion' | 'group';
  readonly code: string;
  readonly title: string;
  readonly maxPoints: number;
  readonly notes?: readonly { readonly type: string; readonly text: string }[];
  readonly communeReview?: boolean;
  readonly selection?: 'single' | 'multiple';
  readonly options?: readonly SheetOption[];
  readonly cases?: readonly {
    readonly code: string;
    readonly title: string;
    readonly options: readonly SheetOption[];
  }[];
  readonly titleMinStar?: number;
  readonly children?: readonly SheetCriterion[];
}

export interface SheetPart {
  readonly code: string;
  readonly title: string;
  readonly maxPoints: number;
  readonly criteria: readonly SheetCriterion[];
}

export interface SheetSet {
  readonly parts: readonly SheetPart[];
}

/** A gate not yet met: what the criterion needs for the star, and what it has. */
export interface MissingGate {
  readonly criterion: string;
  readonly title: string;
  readonly needs: number;
  readonly got: number;
}

/** How a sheet stands, as the law computed it: on the server, and live in the island. */
export interface SheetState {
  readonly total: number;
  /** The star that points and gates give together, and the one the points alone would give. */
  readonly star: number;
  readonly bandStar: number;
  /** Points by criterion code; unanswered ones are left out. */
  readonly points: Readonly<Record<string, number>>;
  readonly parts: readonly { readonly code: string; readonly points: number; readonly max: number }[];
  /** The next star with gates still missing, and which. */
  readonly nextStar?: number | undefined;
  readonly missing: readonly MissingGate[];
  readonly unanswered: readonly string[];
}

/** Field name of a criterion's answer: `answers` is a record from criterion code to option id. */
export function answerName(code: string): string {
  return `answers.${code}`;
}

/** Field name of the remark on a criterion, in the record `notes`. */
export function remarkName(code: string): string {
  return `notes.${code}`;
}

/** Whether a missing gate is worth a mark: the points already reach further, or the criterion was answered. */
export function gateShows(state: SheetState, criterion: string): boolean {
  return state.bandStar > state.star || state.points[criterion] !== undefined;
}

/** Headings printed in capitals, as words: capitals are for official papers. */
export function calmTitle(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title;
  const low = title.toLocaleLowerCase('vi').replaceAll('ocop', 'OCOP');
  return low.charAt(0).toLocaleUpperCase('vi') + low.slice(1);
}

/** The scored criteria below a node, in printed order. */
export function criteriaBelow(node: SheetCriterion): readonly SheetCriterion[] {
  return node.kind === 'group' ? (node.children ?? []).flatMap(criteriaBelow) : [node];
}

/** Points of everything below a node. */
export function pointsBelow(node: SheetCriterion, points: SheetState['points']): number {
  return criteriaBelow(node).reduce((sum, { code }) => sum + (points[code] ?? 0), 0);
}
