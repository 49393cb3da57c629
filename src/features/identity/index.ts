// The door of this chapter: nothing else of it may be imported from outside.
export {
  addRole,
  correctContact,
  disable,
  enable,
  endAllSessions,
  endRole,
  importList,
  invite,
  inviteAgain,
  resetFactor,
} from './actions.ts';
export { adviserAccount } from './advisers.ts';
export { demoAccounts } from './demo.ts';

export { type DemoTools, demoHand } from './demo-hand.ts';
export { enrolFactor, renewRecoveryCodes } from './factor.ts';
export { firstAdministrator } from './first-administrator.ts';
export { countTry } from './limits.ts';
export { accountList, accountRead, accountsSheet, importTemplate } from './lists.ts';
export { tellOfficers } from './officers.ts';
export { changeChannels, changeOwnContact, changePassword, endOwnSessions, reauthenticate } from './own.ts';
export { accountPage } from './pages/account.tsx';
export { accountAdminPage } from './pages/account-admin.tsx';
export { accountsPage } from './pages/accounts.tsx';
export { activatePage } from './pages/activate.tsx';
export { askResetPage } from './pages/ask-reset.tsx';
export { changePasswordPage } from './pages/change-password.tsx';
export { chooseRolePage } from './pages/choose-role.tsx';
export { codePage } from './pages/code.tsx';
export { factorPage } from './pages/factor.tsx';
export { importPage } from './pages/import.tsx';
export { invitePage } from './pages/invite.tsx';
export { reauthenticatePage } from './pages/reauthenticate.tsx';
export { recoveryCodesPage } from './pages/recovery-codes.tsx';
export { signInPage } from './pages/sign-in.tsx';
export { signInRulesPage } from './pages/sign-in-rules.tsx';
export { tryAsPage } from './pages/try-as.tsx';
export { useResetCodePage } from './pages/use-reset-code.tsx';
export { findActor, presumeActor } from './presumed.ts';
export { askReset, useCode } from './reset.ts';
export { changeSignInRules } from './rules.ts';
export { confirmCode, sendCode } from './second-factor.ts';
export { chooseRole, signIn, signOut, tryAs } from './sign-in.ts';
export { actorOfAppointment, appointmentOf, worksForSeveral } from './standing.ts';
export { accountPath, identityPaths } from './urls.ts';
export { roleWords } from './words.ts';
