import type { Finding } from '#law/dossier';
import { type FormPart, formParts } from './schema.ts';

/** Addresses of this chapter, built in one place. */
export const paths = {
  home: '/cua-toi',
  products: '/cua-toi/san-pham',
  certificates: '/cua-toi/chung-nhan',
  wallet: '/cua-toi/giay-to',
  help: '/cua-toi/tro-giup',
  start: '/cua-toi/ho-so/moi',
  startOnBehalf: '/ho-so/nhap-ho',
  list: '/ho-so',
} as const;

/** Where a dossier is, without signing in (U20); the answer stands below it. */
export const lookUpPath = (lang: 'vi' | 'en' = 'vi') => `${lang === 'en' ? '/en' : ''}/tra-cuu-ho-so`;

/** A paper of the wallet, with where it is used. */
export const paperPath = (id: string) => `/giay-to/${id}`;

export const dossierPath = (id: string) => `/ho-so/${id}`;
const below = (id: string, rest: string) => `${dossierPath(id)}/${rest}`;

export const PART_PATHS: Readonly<Record<FormPart, string>> = {
  general: 'thong-tin',
  results: 'san-xuat',
  changes: 'thay-doi',
  plan: 'ke-hoach',
};
export const partPath = (id: string, part: FormPart) => below(id, PART_PATHS[part]);
export const selfScorePath = (id: string, criterion?: string) =>
  below(id, `tu-cham${criterion === undefined ? '' : `#c-${criterion}`}`);
export const evidencePath = (id: string, criterion: string) => below(id, `minh-chung/${criterion}`);
export const papersPath = (id: string, kind?: string) => below(id, kind === undefined ? 'giay-to' : `giay-to/${kind}`);
export const signedFormPath = (id: string) => below(id, 'phieu-ky');
export const checkPath = (id: string) => below(id, 'kiem-tra');
export const submitPath = (id: string) => below(id, 'nop');
export const withdrawPath = (id: string) => below(id, 'rut');
export const receiptPath = (id: string, type: 'pdf' | 'docx' = 'pdf') => below(id, `bien-nhan.${type}`);
export const formPath = (id: string, form: '01' | '02', type: 'pdf' | 'docx' = 'pdf') =>
  below(id, `mau-${form}.${type}`);

/** The blank of a kind of paper, filled in with what is known. */
export const blankPath = (id: string, kind: string) => below(id, `giay-to/${kind}/mau.docx`);
/** The whole dossier as one ZIP, opened and checked without the system. */
export const bundlePath = (id: string) => below(id, 'bo-ho-so.zip');
/** Everything handed in, on one page to read and print. */
export const filedPath = (id: string) => below(id, 'ban-da-nop');

/** What the product still lacks to a star, step by step. */
export const adviserPath = (id: string, star?: number) =>
  below(id, `con-thieu-gi${star === undefined ? '' : `?sao=${star}`}`);
/** Why it got the result it got, criterion by criterion. */
export const reasonsPath = (id: string) => below(id, 'vi-sao');
const TOLD: readonly string[] = ['candidate', 'recognised', 'notRecognised', 'excluded', 'annulled'];
/** The dossier stands where its result has been told: the way to the reasons is worth a link. */
export const hasResult = ({ state }: { readonly state: string }) => TOLD.includes(state);

/** The advisory team's work: the office's desk, a paper asked for, a visit, the report. */
export const advicePaths = {
  /** The home of a member of an advisory team. */
  own: '/viec-tham-tra',
  desk: (id: string) => below(id, 'viec-to-tu-van'),
  assign: (id: string) => below(id, 'giao-to-tu-van'),
  part: (id: string) => below(id, 'phan-tham-tra'),
  handIn: (id: string) => below(id, 'phan-tham-tra/nop'),
  memberPart: (id: string, member: string) => below(id, `phan-tham-tra/${member}`),
  ask: (id: string) => below(id, 'de-nghi-bo-sung'),
  answer: (id: string, request: string) => below(id, `de-nghi-bo-sung/${request}`),
  newVisit: (id: string) => below(id, 'khao-sat/moi'),
  visit: (id: string, visit: string) => below(id, `khao-sat/${visit}`),
  plan: (id: string) => below(id, 'khao-sat/hen'),
  planned: (id: string, plan: string) => below(id, `khao-sat/hen/${plan}`),
  movePlan: (id: string, plan: string) => below(id, `khao-sat/hen/${plan}/doi`),
  cancelPlan: (id: string, plan: string) => below(id, `khao-sat/hen/${plan}/huy`),
  report: (id: string, type: 'pdf' | 'docx') => below(id, `bao-cao-to-tu-van.${type}`),
} as const;

/** Where a finding of the check is put right. */
export function findingPath(id: string, { at }: Finding): string {
  if (/^(changes|matters|unrenewed)\b/.test(at)) return `${partPath(id, 'changes')}#f-${at.replaceAll(/[^\w-]/g, '-')}`;
  for (const part of Object.keys(formParts) as FormPart[])
    if (at in formParts[part].shape) return `${partPath(id, part)}#f-${at}`;
  if (at === 'answers') return selfScorePath(id);
  if (at === 'signedForm') return signedFormPath(id);
  return /^E\d\d$/.test(at) ? papersPath(id, at) : papersPath(id);
}
