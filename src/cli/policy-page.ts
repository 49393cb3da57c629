import { actGroups, type Cell, policy, policyTable, type Role, roles, seatRoles, takers } from '#policy';

/** How a cell is written in the table. */
const short: Readonly<Record<string, string>> = {
  no: '·',
  own: 'own',
  self: 'self',
  unit: 'unit',
  area: 'area',
  above: 'above',
  central: 'central',
  seat: 'seat',
  author: 'author',
  given: 'given',
  concerned: 'concerned',
  all: '**all**',
};

/** The table of permissions as a page for people: docs/policy.md. */
export function policyPage(): string {
  const verbs = Object.keys(policy);
  const notes: string[] = [];
  const rows = verbs.map(
    (verb) => `| ${[`\`${verb}\``, ...roles.map((role) => written(verb, role, notes))].join(' | ')} |`,
  );
  return `${[
    '# Who may do what',
    '',
    'Written from `src/policy.ts` by `npm run generate`; a test compares them. Rows are verbs: the moves of the law, and the',
    'reads, drafts and acts on oneself that need leave too. A dot means no. What somebody may not see is answered as if it',
    'did not exist (404).',
    '',
    '`own`: of a producer the actor acts for · `self`: the actor’s own account · `unit`: of the actor’s commune · `area`: of the',
    'actor’s province · `above`: of no commune, and of the actor’s province or of none · `central`: of no province, the Ministry’s own · `seat`: given to the actor’s seat in a council · `author`: the score sheet in the actor’s own hand ·',
    '`given`: a dossier given to the actor as a member of an advisory team, while the membership lasts and the dossier is with that team or council ·',
    '`concerned`: a decision on a product of the actor’s commune or province, whoever decided it ·',
    '`all`: everything there is. A number points to the states in which the reach holds, listed below the table.',
    '',
    `| verb | ${roles.join(' | ')} |`,
    `|---|${roles.map(() => '---').join('|')}|`,
    ...rows,
    '',
    ...notes.map((states, index) => `${index + 1}. only while ${states}`),
    '',
    'Seats behind the roles of a council: ' +
      Object.entries(seatRoles)
        .map(([role, seats]) => `${role}: ${seats.join(', ')}`)
        .join('; ') +
      '.',
    '',
    'A delegation takes a colleague’s place for some days and hands over these verbs, with all reads the work needs; what is',
    'not listed here is handed over to nobody. Places of ' +
      Object.entries(takers)
        .map(([role, by]) => `${role} are taken by ${by.join(' or ')} of the same office`)
        .join(', ') +
      '.',
    '',
    ...Object.keys(actGroups).map(
      (group) =>
        `- ${group}: ${verbs.filter((verb) => policyTable.handedOver(verb, [group]) && !policyTable.handedOver(verb, ['-'])).join(', ')}`,
    ),
  ].join('\n')}\n`;
}

function written(verb: string, role: Role, notes: string[]): string {
  const cell: Cell = policyTable.cell(verb, role);
  return cell
    .split(' or ')
    .map((way) => writtenWay(way, notes))
    .join(' or ');
}

function writtenWay(way: string, notes: string[]): string {
  const [reach = 'no', states] = way.split(' while ');
  if (states === undefined) return short[reach] ?? reach;
  const words = states.split('|').join(', ');
  if (!notes.includes(words)) notes.push(words);
  return `${short[reach] ?? reach} (${notes.indexOf(words) + 1})`;
}
