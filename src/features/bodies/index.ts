// The door of this chapter.
export { correctBody, dissolveBody, establishBody } from './acts.ts';
export { demoBodies } from './demo.ts';
export { loadBodies } from './load.ts';
export { changeMembers, correctMember } from './members.ts';
export { appointOfficer, correctOfficer, endOfficer } from './officers.ts';
export { correctBodyPage } from './pages/correct.tsx';
export { bodiesPage } from './pages/list.tsx';
export { memberPage } from './pages/member.tsx';
export { newBodyPage } from './pages/new.tsx';
export { officerPage } from './pages/officer.tsx';
export { newOfficerPage } from './pages/officer-new.tsx';
export { officersPage } from './pages/officers.tsx';
export { bodyPage } from './pages/one.tsx';
export { bodiesToChoose, bodyAtWork } from './queries.ts';
export { bodiesSheet, communesWithoutSheet, membersSheet, officersSheet } from './sheet.ts';
export { bodyPaths, officerPaths } from './urls.ts';
export { endWithUnits } from './with-unit.ts';
