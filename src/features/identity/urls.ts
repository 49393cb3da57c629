// Typed paths of this chapter, and where each role begins its work.
import type { Role } from '#policy';
import type { Step } from './standing.ts';

export const identityPaths = {
  signIn: '/dang-nhap',
  code: '/dang-nhap/ma',
  sendCode: '/dang-nhap/gui-lai-ma',
  tryAs: '/vao-thu',
  reset: '/quen-mat-khau',
  useResetCode: '/dat-lai-mat-khau',
  activate: '/kich-hoat',
  changePassword: '/doi-mat-khau',
  chooseRole: '/chon-vai',
  reauthenticate: '/xac-nhan-lai',
  signOut: '/dang-xuat',
  account: '/tai-khoan',
  calendar: '/lich',
  delegations: '/nghi-phep',
  factor: '/tai-khoan/ma-xac-thuc',
  recoveryCodes: '/tai-khoan/ma-du-phong',
  accounts: '/quan-tri/tai-khoan',
  accountsSheet: '/quan-tri/tai-khoan.xlsx',
  invite: '/quan-tri/tai-khoan/moi',
  importAccounts: '/quan-tri/tai-khoan/nhap',
  signInRules: '/quan-tri/quy-tac-dang-nhap',
} as const;

export const accountPath = (id: string) => `${identityPaths.accounts}/${id}`;

/** The page a role lands on after signing in. */
export const homes: Readonly<Record<Role, string>> = {
  public: '/',
  producer: '/cua-toi',
  commune: '/viec-cua-toi',
  province: '/viec-cua-toi',
  councilChair: '/viec-cua-toi',
  councilSecretary: '/viec-cua-toi',
  councilMember: '/cham',
  adviser: '/viec-tham-tra',
  ministry: '/viec-cua-toi',
  inspector: '/viec-cua-toi',
  auditor: '/viec-cua-toi',
  administrator: '/viec-cua-toi',
};

const stepPaths: Readonly<Record<Exclude<Step, 'open'>, string>> = {
  secondFactor: identityPaths.code,
  device: identityPaths.code,
  password: identityPaths.changePassword,
  enrol: identityPaths.factor,
  role: identityPaths.chooseRole,
  noRole: identityPaths.chooseRole,
};

/** A path of this site to go on to, or null: links to elsewhere are never followed (S23). */
export function ownPath(wanted: string | undefined | null): string | null {
  const here = 'http://own.invalid';
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, here)) return null;
  const { origin, pathname, search } = new URL(wanted, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search : null;
}

/** Where a browser goes when its session stands at this step; `wanted` is kept until the session is open. */
export function wayTo(step: Step, role: Role | null, wanted: string | undefined | null): string {
  const path = ownPath(wanted);
  if (step === 'open') return path ?? homes[role ?? 'public'];
  return path === null ? stepPaths[step] : `${stepPaths[step]}?tiep=${encodeURIComponent(path)}`;
}
