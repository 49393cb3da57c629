/** The table of permissions: complete, printed as it is, and saying what the security requirements say. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { policyPage } from '../../src/cli/policy-page.ts';
import { processes, steps } from '../../src/law/moves.ts';
import { actGroups, policy, policyTable, type Role, roles, takers } from '../../src/policy.ts';

const verbs = Object.keys(policy);
const moves = [...new Set(steps.map(({ action }) => action as string))];
const council: readonly Role[] = ['councilChair', 'councilSecretary', 'councilMember'];
const reachOf = (verb: string, role: Role) => policyTable.cell(verb, role).split(' while ')[0];
const holders = (verb: string) => roles.filter((role) => reachOf(verb, role) !== 'no');

test('docs/policy.md is the table as it stands (npm run generate)', async () => {
  const kept = await readFile(new URL('../../docs/policy.md', import.meta.url), 'utf8');
  expect(kept).toBe(policyPage());
});

test('every row that bears the name of a process names one of its moves or a read, and every state named exists', () => {
  const states = new Set(Object.values(processes).flatMap((process) => Object.keys(process.states)));
  for (const verb of verbs) {
    for (const role of roles) {
      const ways = policyTable.cell(verb, role).split(' or ');
      const named = ways.flatMap((way) => way.split(' while ')[1]?.split('|') ?? []);
      expect(named.filter((state) => !states.has(state))).toEqual([]);
    }
  }
});

describe('S11 deny by default', () => {
  test('an unknown verb or role, and names every object has, are no', () => {
    for (const verb of ['dossier.destroy', '', '__proto__', 'constructor', 'toString']) {
      for (const role of roles) expect(policyTable.cell(verb, role)).toBe('no');
    }
    for (const role of ['root', '__proto__', 'constructor', '']) {
      expect(policyTable.cell('product.read', role)).toBe('no');
    }
  });

  test('nobody moves anything without signing in', () => {
    expect(moves.filter((move) => reachOf(move, 'public') !== 'no')).toEqual([]);
  });
});

describe('S14', () => {
  test('producers reach only their own organisation, or what is public, or themselves', () => {
    const wide = verbs.filter((verb) => !['no', 'own', 'self'].includes(reachOf(verb, 'producer') ?? ''));
    expect(wide.filter((verb) => reachOf(verb, 'public') !== 'all')).toEqual([]);
  });

  test('communes reach only their commune, but for the rounds, issued decisions, bodies, training and support policies of their province and the Ministry', () => {
    const wide = verbs.filter((verb) => !['no', 'unit', 'self'].includes(reachOf(verb, 'commune') ?? ''));
    expect(wide.filter((verb) => reachOf(verb, 'public') !== 'all')).toEqual([
      'round.read',
      'decision.read',
      'body.read',
      'body.readContacts',
      'training.read',
      'supportPolicy.read',
    ]);
  });

  test('provinces reach only their province, but for reading the settings, the Ministry’s bodies and its issued decisions on products of theirs', () => {
    const wide = verbs.filter((verb) => !['no', 'area', 'self'].includes(reachOf(verb, 'province') ?? ''));
    expect(wide.filter((verb) => reachOf(verb, 'public') !== 'all')).toEqual([
      'decision.read',
      'settings.read',
      'body.read',
      'body.readContacts',
    ]);
  });

  test('a council reaches dossiers, papers and sessions by seat alone', () => {
    for (const verb of verbs.filter((one) => /^(dossier|paper|file|session|result|council)\./.test(one))) {
      for (const role of council) expect(['no', 'seat']).toContain(reachOf(verb, role));
    }
  });

  test('a member of an advisory team reaches dossiers and papers by name alone, nothing of sessions, sheets and points', () => {
    for (const verb of verbs.filter((one) => reachOf(one, 'public') !== 'all'))
      expect(['no', 'self', 'given'], verb).toContain(reachOf(verb, 'adviser'));
    const given = verbs.filter((verb) => reachOf(verb, 'adviser') === 'given');
    expect(given.filter((verb) => !/^(dossier|paper|file|advice)\./.test(verb))).toEqual([]);
    expect(given.filter((verb) => !policyTable.cell(verb, 'adviser').includes(' while '))).toEqual([]);
    for (const role of roles.filter((one) => one !== 'adviser'))
      expect(verbs.filter((verb) => /(^| or )given/.test(policyTable.cell(verb, role)))).toEqual([]);
  });

  test('a sheet is read and written by its author alone; others see points only after the opening', () => {
    for (const verb of ['sheet.read', 'sheet.save', 'sheet.submit']) {
      for (const role of roles) expect(['no', 'author']).toContain(reachOf(verb, role));
    }
    for (const role of holders('result.read')) {
      expect(policyTable.cell('result.read', role)).toMatch(/ while opened\|concluded$/);
    }
    expect(holders('sheet.reopen')).toEqual(['councilChair']);
  });

  test('nobody but the producer and its commune sees a draft', () => {
    const drafts = roles.filter((role) => {
      const [reach, states] = policyTable.cell('dossier.read', role).split(' while ');
      return (
        reach !== 'no' &&
        reach !== 'seat' &&
        reach !== 'given' &&
        (states === undefined || states.split('|').includes('draft'))
      );
    });
    expect(drafts).toEqual(['producer', 'commune']);
  });

  test('nobody changes a dossier, sheet or certificate after its closing state, but by the recorded moves of the law', () => {
    const closing = {
      dossier: ['recognised', 'notRecognised', 'excluded', 'annulled', 'withdrawn'],
      sheet: ['submitted'],
    };
    const after = steps.filter(
      (step) => step.process in closing && closing[step.process as keyof typeof closing].includes(step.from),
    );
    const again = ['dossier.redo', 'dossier.reopen', 'dossier.redoCentral', 'dossier.annul']; // a result looked at again
    expect(new Set(after.map(({ action }) => action))).toEqual(new Set(['dossier.notify', ...again, 'sheet.reopen']));
  });
});

describe('S17 no act by two hats', () => {
  test('the secretary of a session scores nothing', () => {
    for (const verb of ['sheet.save', 'sheet.submit', 'sheet.read']) {
      expect(reachOf(verb, 'councilSecretary')).toBe('no');
    }
  });

  test('who files never checks, who checks never decides, who scores never opens', () => {
    const files = holders('dossier.start').filter((role) => role !== 'commune');
    const checks = holders('dossier.propose');
    const decides = holders('decision.issue');
    expect(files.filter((role) => holders('dossier.receive').includes(role))).toEqual([]);
    expect(checks.filter((role) => decides.includes(role))).toEqual([]);
    expect(holders('sheet.submit').filter((role) => holders('session.open').includes(role))).toEqual([]);
  });
});

describe('18 what a delegation hands over', () => {
  const handed = (verb: string) => Object.keys(actGroups).filter((group) => policyTable.handedOver(verb, [group]));

  test('a move goes with one group or with none; a read goes with each', () => {
    const wrong = verbs.filter((verb) => moves.includes(verb) && handed(verb).length > 1);
    expect(wrong).toEqual([]);
    expect(handed('dossier.read')).toEqual(Object.keys(actGroups));
    for (const verb of verbs) expect(policyTable.handedOver(verb, [])).toBe(false);
  });

  test('accounts, settings, mandates to sign, delegations themselves and writing in a producer’s name are handed to nobody', () => {
    const kept =
      /^(account|delegation|mandate|settings|template|unitRegister|view)\.(?!read|list)|^dossier\.(start|submit|saveDraft)$/;
    expect(verbs.filter((verb) => kept.test(verb) && handed(verb).length > 0)).toEqual([]);
  });

  test('every move of an office but those can be handed over, and every place has a role that may take it', () => {
    const own = /^(account|delegation|mandate|template)\.|^dossier\.(start|submit)$/;
    const offices = Object.keys(takers) as Role[];
    const stuck = moves.filter(
      (move) => !own.test(move) && offices.some((role) => reachOf(move, role) !== 'no') && handed(move).length === 0,
    );
    expect(stuck).toEqual([]);
    for (const role of offices) expect(takers[role]).toContain(role);
  });
});

describe('offices that look on', () => {
  const movedBy = (role: Role) => moves.filter((move) => !['no', 'self'].includes(reachOf(move, role) ?? ''));

  test('the auditor moves nothing but its own account, the inspector also answers reports of its province', () => {
    expect(movedBy('auditor')).toEqual([]);
    expect(movedBy('inspector')).toEqual(['misuse.close']);
    expect(reachOf('misuse.close', 'inspector')).toBe('area');
  });

  test('U40 anybody sends a report of misuse; only province and inspector of the place read and answer it', () => {
    expect(holders('misuse.report')).toEqual(roles);
    for (const verb of ['misuse.read', 'misuse.close']) expect(holders(verb)).toEqual(['province', 'inspector']);
    expect(holders('misuse.receive')).toEqual([]);
  });

  const IN_MINISTRY = 'sentToMinistry|central|centralSession|centralConcluded';

  test('Art. 7.4: the ministry moves what is its own, a dossier only while it is in its hands', () => {
    const others = movedBy('ministry').filter(
      (move) =>
        !['central', `all while ${IN_MINISTRY}`, 'all while central'].includes(policyTable.cell(move, 'ministry')),
    );
    const byLaw = ['recognition.issue', 'recognition.revoke', 'recognition.supersede']; // by its decision; for five stars alone
    const reports = ['report.acceptAtMinistry', 'report.giveBackAtMinistry']; // of a province, while they lie with it (R15.5)
    const lookedAt = ['dossier.redoCentral', 'review.request', 'review.accept', 'review.decline', 'review.answer']; // Art. 10.1.b
    const tasks = ['give', 'note', 'report', 'accept', 'giveBack', 'correct', 'cancel'].map((one) => `task.${one}`); // only those it gave: `taskNeeds`
    expect(new Set(others)).toEqual(new Set([...byLaw, ...lookedAt, ...reports, ...tasks]));
  });

  test('Art. 7.4: the ministry sees a dossier from the day the province sends it, and what was evaluated', () => {
    const [reach, states] = policyTable.cell('dossier.read', 'ministry').split(' while ');
    expect([reach, states]).toEqual([
      'all',
      `${IN_MINISTRY}|centralReturned|recognised|notRecognised|annulled|excluded`,
    ]);
  });

  test('the province moves no dossier that is in the hands of the ministry', () => {
    const holding = moves.filter((move) => {
      const [reach, states = IN_MINISTRY] = policyTable.cell(move, 'province').split(' while ');
      return (
        move.startsWith('dossier.') &&
        reach !== 'no' &&
        IN_MINISTRY.split('|').some((one) => states.split('|').includes(one))
      );
    });
    expect(holding).toEqual([]);
  });

  test('the administrator keeps accounts, settings and units, and sees no dossier, paper, sheet or restricted fact', () => {
    const moved = moves.filter((move) => reachOf(move, 'administrator') === 'all');
    expect(moved.filter((move) => !/^(account|delegation|listImport|settings|unitRegister)\./.test(move))).toEqual([]);
    for (const verb of [
      'dossier.read',
      'paper.read',
      'file.read',
      'sheet.read',
      'result.read',
      'producer.readRestricted',
    ]) {
      expect(reachOf(verb, 'administrator')).toBe('no');
    }
  });

  test('what was taken from real lists is entered by a command, not by an account', () => {
    expect(holders('recognition.import')).toEqual([]);
    expect(holders('recognition.importRevoked')).toEqual([]);
  });
});
