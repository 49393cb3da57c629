/** The shape a rulebook file must have, member by member. Arithmetic is checked in arithmetic.ts. */
import { type Check, either, flag, later, list, oneOf, record, text, whole } from './shape.ts';

const POINTS_MAX = 100;
const day = text(10, /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/);
const star = whole(1, 5);
const gateStar = oneOf(3, 4, 5);
const partCode = oneOf('A', 'B', 'C');
const nothing = oneOf(null);

const option = record({
  required: { id: text(1), label: text(1), points: whole(0, POINTS_MAX) },
  optional: { minStar: gateStar },
  closed: true,
});

const note = record({
  required: {
    type: oneOf('disqualify', 'stop', 'ineligible', 'requirement', 'condition', 'chooseOneCase', 'guidance'),
    text: text(1),
  },
  optional: { appliesTo: oneOf('parentGroup') },
});

const oneCase = record({
  required: { code: text(1), label: text(1), title: text(), options: list(option, 1) },
});

const criterion: Check = record({
  required: {
    code: text(1, /^[0-9]+(\.[0-9]+[a-z]?)*$/),
    title: text(1),
    maxPoints: whole(1, POINTS_MAX),
    kind: oneOf('group', 'criterion'),
  },
  optional: {
    selection: oneOf('single', 'multiple'),
    options: list(option, 1),
    caseRule: oneOf('chooseOne'),
    cases: list(oneCase, 2),
    children: list(
      later(() => criterion),
      1,
    ),
    communeReview: oneOf(true),
    titleMinStar: gateStar,
    impliedOptions: oneOf(true),
    evidence: list(text(1)),
    notes: list(note),
  },
});

const part = record({
  required: { code: partCode, title: text(1), maxPoints: whole(1, POINTS_MAX), criteria: list(criterion, 1) },
});

const minimums = list(
  record({ required: { criterion: text(1), minPoints: whole(0, POINTS_MAX) }, optional: { basis: oneOf('title') } }),
);

const productSet = record({
  required: {
    id: text(1),
    no: whole(1, 26),
    slug: text(1, /^[a-z0-9-]+$/),
    name: text(1),
    group: text(1),
    subgroup: text(1),
    managingAgencies: list(text(1)),
    status: oneOf('sourced', 'sourced-with-gap', 'reconstructed', 'missing'),
    disqualifiers: list(text(1)),
    parts: list(part, 3),
  },
  optional: {
    gap: record({ required: { part: partCode, points: whole(1, POINTS_MAX), note: text(1) } }),
    samplesRequired: either(nothing, whole(0, 1000)),
    starMinimums: record({ required: { 3: minimums, 4: minimums, 5: minimums }, closed: true }),
    effectiveTo: day,
  },
});

const band = record({
  required: {
    star,
    minPoints: whole(0, POINTS_MAX),
    maxPoints: whole(0, POINTS_MAX),
    maxInclusive: flag,
    level: oneOf('district', 'province', 'central', null),
    recognised: flag,
  },
});

/** Checks the whole shape of a rulebook file. */
export const rulebookShape: Check = record({
  required: {
    schemaVersion: oneOf('1.0'),
    id: text(1, /^[0-9]+-[0-9]{4}$/),
    title: text(1),
    language: oneOf('vi'),
    legalBasis: list(record({ required: { number: text(1) }, optional: { issuedOn: day, effectiveFrom: day } }), 1),
    effectiveFrom: day,
    effectiveTo: either(nothing, day),
    supersedes: list(text(1)),
    provenance: record({ required: { status: text(1), source: text(1), howSure: text(1) } }),
    totalPoints: oneOf(POINTS_MAX),
    parts: list(record({ required: { code: partCode, title: text(1), maxPoints: whole(1, POINTS_MAX) } }), 3),
    starBands: list(band, 5),
    levels: list(
      record({
        required: {
          code: oneOf('commune', 'district', 'province', 'central'),
          name: text(1),
          decides: either(nothing, list(star)),
        },
      }),
    ),
    groups: list(
      record({
        required: {
          code: oneOf('I', 'II', 'III', 'IV', 'V', 'VI'),
          name: text(1),
          subgroups: list(record({ required: { code: text(1), name: text(1), productSets: list(text(1), 1) } }), 1),
        },
      }),
      6,
    ),
    productSets: list(productSet, 1),
    missing: list(text(1)),
  },
  optional: {
    supersededBy: text(1),
    evidenceCatalog: list(record({ required: { id: text(1), name: text(1), requirement: text(1) } })),
  },
});
