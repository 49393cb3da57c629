/** Reading the record of a session from outside: its shape is checked before anything is believed. */
import { z } from 'zod';
import { RECORD_FORMAT, type SessionFile } from '../law/session-record.ts';
import { GATE_BASES } from '../law/stars.ts';
import { Refused } from './sheet-file.ts';

const exclusion = z.object({ ground: z.string(), reason: z.string() }).nullable();
const mean = z.object({ sum: z.number(), count: z.number() });
const gate = z.object({
  met: z.boolean(),
  missing: z.array(z.object({ criterion: z.string(), needs: z.number(), got: z.array(z.number()) })),
});
const version = z.object({
  no: z.int(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  notes: z.record(z.string(), z.string()),
  opinion: z.string().nullable(),
  exclusion,
  total: z.int(),
  hash: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
});
const sheet = z.object({ sheet: z.string(), seat: z.string(), counted: z.boolean(), versions: z.array(version) });
const pair = z.object({
  higher: z.string(),
  lower: z.string(),
  difference: z.number(),
  causes: z.array(z.object({ criterion: z.string(), difference: z.number() })),
});
const star = z.literal([1, 2, 3, 4, 5]);
const result = z.object({
  sum: z.int(),
  count: z.int(),
  bandStar: z.int(),
  star: z.int().nullable(),
  candidate: z.boolean(),
  gates: z.object({ 3: gate, 4: gate, 5: gate }),
  parts: z.object({ A: mean, B: mean, C: mean }),
  criteria: z.array(mean.extend({ criterion: z.string(), maxPoints: z.number(), got: z.array(z.number()) })),
  spread: z.array(pair),
  vote: z
    .object({
      stars: z.array(star),
      majority: star.nullable(),
      decidedBy: z.enum(['majority', 'noMajority', 'belowFive']),
    })
    .optional(),
});
const product = z.object({
  dossier: z.string(),
  product: z.string(),
  producer: z.string(),
  productSet: z.string(),
  sheets: z.array(sheet),
  steppedBack: z.array(z.object({ seat: z.string(), reason: z.string() })),
  excluded: exclusion,
  spreadAccepted: z.string().nullable(),
  result,
});
const member = z.object({
  seat: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: z.enum(['chair', 'viceChair', 'secretary', 'member', 'substitute']),
  absent: z.boolean(),
  standsFor: z.string().nullable(),
});
/** What is not named is kept, so that the seal still covers it. */
const file = z.looseObject({
  format: z.literal(RECORD_FORMAT),
  session: z.looseObject({
    ...{ id: z.string(), title: z.string(), council: z.string(), councilAct: z.string() },
    ...{ mode: z.enum(['meeting', 'written']), heldOn: z.string().nullable() },
  }),
  regulation: z.looseObject({
    act: z.string(),
    quorumPercent: z.number(),
    chairRequired: z.boolean(),
    spreadLimit: z.number(),
    starBy: z.enum(['mean', 'vote']).optional(),
    gateBasis: z.enum(GATE_BASES as [(typeof GATE_BASES)[number]]),
  }),
  members: z.array(member.loose()),
  products: z.array(product.loose()),
  chain: z.array(z.object({ sheet: z.string(), no: z.int(), hash: z.string(), at: z.string(), link: z.string() })),
  seal: z.string(),
  minutes: z.object({
    digest: z.string(),
    content: z.looseObject({
      seal: z.string().nullish(),
      results: z.array(z.looseObject({ name: z.string(), mean: z.string(), star: z.int().nullable() })),
    }),
    signed: z.object({ name: z.string(), sha256: z.string() }).nullable(),
  }),
});

/** The record, its shape checked. Throws Refused, naming the first place that is not as it should be. */
export function readRecord(json: unknown): SessionFile {
  const read = file.safeParse(json);
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') || 'đầu tệp';
  throw new Refused('malformedFile', `Tệp không phải tệp hồ sơ phiên: mục “${place}” không đúng dạng.`);
}
