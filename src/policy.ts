// Who may do what: one table. Long because the whole table is read in one place. Rows are verbs, columns are roles, a cell is how far the role reaches.
// A verb is a move of the law (a missing one does not compile), or a read, a draft, an act on oneself. A role that stands in no cell may not (deny by default).
// What you may not see does not exist: the pages answer 404. Whether an authority is entitled to decide is law, not policy.
import type { Action } from '#law/moves';

/** The columns, in the order of the printed table. */
export const roles = [
  'public',
  'producer',
  'commune',
  'province',
  'councilChair',
  'councilSecretary',
  'councilMember',
  'adviser',
  'ministry',
  'inspector',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * own: of a producer the actor acts for · self: the actor's own account · unit: of the actor's commune ·
 * area: of the actor's province · above: of no commune, and of the actor's province or of none · central: of no province, the Ministry's own · seat: given to the actor's seat in a council · author: the sheet in the actor's own hand ·
 * given: a dossier given to the actor as a member of a council's advisory team, while the membership lasts and the dossier is with that team or council ·
 * concerned: a decision on a product of the actor's commune or province, whoever decided it.
 */
export type Reach =
  | 'no'
  | 'own'
  | 'self'
  | 'unit'
  | 'area'
  | 'above'
  | 'central'
  | 'seat'
  | 'author'
  | 'given'
  | 'concerned'
  | 'all';
/** A reach, or a reach that holds only while the subject is in one of the states named (joined by |); two ways joined by ' or '. */
type OneCell = Reach | `${Exclude<Reach, 'no'>} while ${string}`;
export type Cell = OneCell | `${OneCell} or ${OneCell}`;
export type Row = { readonly [R in Role]?: Cell };

/** Seats of a council that stand behind a role (reach `seat`). */
export const seatRoles = {
  councilChair: ['chair', 'viceChair'],
  councilSecretary: ['secretary'],
  councilMember: ['member', 'substitute'],
} as const satisfies { readonly [R in Role]?: readonly string[] };

/** Everyone who has signed in, on their own account. */
const oneself = {
  producer: 'self',
  commune: 'self',
  province: 'self',
  councilChair: 'self',
  councilSecretary: 'self',
  councilMember: 'self',
  adviser: 'self',
  ministry: 'self',
  inspector: 'self',
  auditor: 'self',
  administrator: 'self',
} as const satisfies Row;
const seats = { councilChair: 'seat', councilSecretary: 'seat', councilMember: 'seat' } as const satisfies Row;
/** Where a dossier stands from the province's letter to the Ministry until the Ministry has answered. */
const inMinistry = 'sentToMinistry|central|centralSession|centralConcluded';
/** What the Ministry goes on reading: its own result, what a province does with it, and what was evaluated (Art. 10.1.b). */
const atMinistry = `${inMinistry}|centralReturned` as const;
/** Those in whose hands a dossier and its papers lie: the producer, its commune, its province, the council it was given to. */
const dossierReaders = {
  producer: 'own',
  commune: 'unit',
  province: 'area',
  ...seats,
  ministry: `all while ${atMinistry}|recognised|notRecognised|annulled|excluded`,
  auditor: 'all',
} as const satisfies Row;
const filed =
  `submitted|checking|returned|proposed|inRound|inSession|concluded|candidate|${atMinistry}|recognised|notRecognised|annulled|excluded|withdrawn` as const;
/** The papers of a draft are the producer's alone, and whoever sent a file may see it again. */
const filedReaders = {
  ...dossierReaders,
  commune: `unit while ${filed}`,
  province: `area while ${filed}`,
  auditor: `all while ${filed}`,
} as const satisfies Row;
/** A member of an advisory team reads what was given to them until the council has judged it, and works on it before that. */
const adviserReads = { adviser: 'given while inRound|inSession|central|centralSession' } as const satisfies Row;
const adviserWorks = { adviser: 'given while inRound|central' } as const satisfies Row;
const opened = 'opened|concluded';
const province = { province: 'area' } as const satisfies Row;
/** Offices act on what has been filed: a draft does not exist for them. The province acts on what is not in the Ministry's hands. */
const provinceHolds =
  'submitted|checking|returned|proposed|inRound|inSession|concluded|candidate|centralReturned|recognised|notRecognised|annulled|excluded|withdrawn';
const provinceFiled = { province: `area while ${provinceHolds}` } as const satisfies Row;
const communeFiled = { commune: `unit while ${filed}` } as const satisfies Row;
const ministryHolds = { ministry: `all while ${inMinistry}` } as const satisfies Row;
const advising = { province: 'area while inRound', ministry: 'all while central' } as const satisfies Row;
/** Councils, sessions, rounds and decisions: the province's own, and the Ministry's own. */
const offices = { province: 'area', ministry: 'central' } as const satisfies Row;
/** Who answers a complaint or a request: which of the two, the law says. */
const answering = { province: 'area', ministry: 'all' } as const satisfies Row;
/** Who does a task or writes down what was done, until it is reported. */
const taskDoers = {
  commune: 'unit while given|underWay|returned',
  province: 'area while given|underWay|returned',
  ministry: 'all while given|underWay|returned',
} as const satisfies Row;
const bodyReaders = {
  commune: 'unit or above',
  province: 'area or central',
  ministry: 'all',
} as const satisfies Row;
const secretary = { councilSecretary: 'seat' } as const satisfies Row;
/** The register of producers: who keeps it, and with them the producer itself. */
const registering = { commune: 'unit', province: 'area' } as const satisfies Row;
/** What each level enters for itself: legal acts, targets. */
const recording = { ...registering, ministry: 'central' } as const satisfies Row;
const ownAndOffices = { producer: 'own', ...registering } as const satisfies Row;
const administrator = { administrator: 'all' } as const satisfies Row;
const importers = { province: 'area', administrator: 'all' } as const satisfies Row;
const everyone = {
  public: 'all',
  producer: 'all',
  commune: 'all',
  province: 'all',
  councilChair: 'all',
  councilSecretary: 'all',
  councilMember: 'all',
  adviser: 'all',
  ministry: 'all',
  inspector: 'all',
  auditor: 'all',
  administrator: 'all',
} as const satisfies Row;
/** Whose report it is shows in its state: the commune's, the province's own, or the Ministry's on the country. */
const communeSent = 'sent|returned|accepted|correcting';
const provinceSent = 'sentToMinistry|returnedByMinistry|acceptedByMinistry|provinceCorrecting';
const provinceReport = `provinceDraft|${provinceSent}` as const;
const countryReport = 'countryDraft|countryIssued|countryCorrecting';
const countryPublic = 'countryIssued|countryCorrecting';
const reportReaders = {
  commune: 'unit',
  province: `area while ${communeSent}|${provinceReport} or above while ${countryPublic}`,
  ministry: `all while ${provinceSent}|${countryReport}`,
  auditor: `all while ${communeSent}|${provinceSent}|${countryPublic}`,
} as const satisfies Row;
const reportWriters = {
  commune: 'unit while draft|returned|correcting',
  province: 'area while provinceDraft|returnedByMinistry|provinceCorrecting',
  ministry: 'central while countryDraft|countryCorrecting',
} as const satisfies Row;
const reportAnswerers = { province: 'area while sent', ministry: 'all while sentToMinistry' } as const satisfies Row;
/** Left to commands of the system (loading the real lists): no account holds them. */
const nobody = {} as const satisfies Row;

export const policy = {
  // The dossier. An officer of the commune may write one for a producer from paper; another officer receives it (S17).
  'dossier.start': { producer: 'own', commune: 'unit' },
  'dossier.saveDraft': { producer: 'own', commune: 'unit' },
  'dossier.attach': { producer: 'own', commune: 'unit' },
  'dossier.submit': { producer: 'own', commune: 'unit' },
  'dossier.withdraw': { producer: 'own' },
  'dossier.receive': communeFiled,
  'dossier.checkPaper': communeFiled,
  'dossier.assess': communeFiled,
  'dossier.giveCode': communeFiled,
  'dossier.correctCode': { ...communeFiled, ...provinceFiled },
  'dossier.return': communeFiled,
  'dossier.propose': communeFiled,
  'dossier.sendBack': provinceFiled,
  'dossier.accept': provinceFiled,
  'dossier.reportAdvice': provinceFiled,
  'dossier.assign': provinceFiled,
  'dossier.unassign': provinceFiled,
  'dossier.conclude': secretary,
  'dossier.choosePath': provinceFiled,
  'dossier.exclude': { ...provinceFiled, ...secretary, ministry: `all while ${inMinistry}` },
  'dossier.recognise': provinceFiled,
  'dossier.nominate': provinceFiled,
  'dossier.closeUnrecognised': provinceFiled,
  'dossier.notify': provinceFiled,
  // The five-star way: the province sends the package, the Ministry does the rest; what it sends back is the province's again.
  'dossier.sendPackage': provinceFiled,
  'dossier.askPackage': ministryHolds,
  'dossier.takeIn': ministryHolds,
  'dossier.reportCentralAdvice': ministryHolds,
  'dossier.assignCentral': ministryHolds,
  'dossier.unassignCentral': ministryHolds,
  'dossier.concludeCentral': secretary,
  'dossier.recogniseCentral': ministryHolds,
  // The advisory team's work is recorded by the office whose team it is, while the dossier waits for its session.
  // A member with an account writes the own part and hands it in; whether members ask the producer themselves is a setting.
  'dossier.assignAdvisers': advising,
  'dossier.requestPapers': { ...advising, ...adviserWorks },
  'dossier.planVisit': advising,
  'dossier.moveVisit': advising,
  'dossier.cancelVisit': advising,
  'dossier.recordVisit': { ...advising, ...adviserWorks },
  'dossier.signVisit': { ...advising, ...adviserWorks },
  'dossier.savePart': adviserWorks,
  'dossier.handInPart': adviserWorks,
  'dossier.giveBackPart': advising,
  'advice.readPart': adviserReads,
  'advice.print': { province: `area while ${filed}`, ...seats, ministry: dossierReaders.ministry, auditor: 'all' },
  'dossier.answerRequest': { producer: 'own while inRound|central', commune: 'unit while inRound|central' },
  'dossier.returnResult': ministryHolds,
  'dossier.evaluateAgain': provinceFiled,
  // A result looked at again: back to the round or the commune, withdrawn, or back to the Ministry's own council.
  'dossier.redo': provinceFiled,
  'dossier.reopen': provinceFiled,
  'dossier.annul': provinceFiled,
  'dossier.redoCentral': { ministry: 'all while recognised|excluded' },
  // A draft is in reach of no office but the commune whose officer writes it: until it is filed its row names no other.
  'dossier.read': {
    ...dossierReaders,
    ...adviserReads,
    province: `area while ${filed}`,
    auditor: `all while ${filed}`,
  },

  // What a product lacks to its next star: advice to who wrote or checks the dossier, never before the eyes of a seat.
  'adviser.read': {
    ...dossierReaders,
    province: `area while ${filed}`,
    auditor: `all while ${filed}`,
    councilChair: 'no',
    councilSecretary: 'no',
    councilMember: 'no',
  },
  // The whole dossier as one file: those who may read it, but for the seats of a council.
  'dossier.export': { ...filedReaders, councilChair: 'no', councilSecretary: 'no', councilMember: 'no' },

  // Papers and files: read along with the dossier that cites them.
  'paper.read': { ...filedReaders, ...adviserReads },
  'paper.add': { producer: 'own', commune: 'unit' },
  'paper.remove': { producer: 'own', commune: 'unit' },
  'file.read': { ...filedReaders, ...adviserReads },
  'file.add': { producer: 'own', commune: 'unit', ...offices, councilSecretary: 'seat', ...adviserWorks },

  // A session is prepared by the province's office and its secretary, and run by the secretary.
  'session.plan': offices,
  'session.invite': { ...offices, ...secretary },
  'session.setAgenda': offices,
  'session.recordAbsence': secretary,
  'session.recordPresence': secretary,
  'session.recuse': { ...offices, ...seats },
  // Conflicts of interest found from facts: shown to the office, the secretary and the chair, settled by office or chair.
  'session.readConflicts': { ...offices, ...secretary, councilChair: 'seat' },
  'session.keepConflict': { ...offices, councilChair: 'seat' },
  'session.recordTie': { ...offices, ...secretary },
  // Dossiers without names: what the council sees of each paper is chosen by the office, which sees the names.
  'session.showPaper': offices,
  'session.cancel': offices,
  'session.start': { ...offices, ...secretary },
  // Written opinions: who has answered is for those who collect them; a member asks for a meeting on the own sheet.
  'session.readBallot': { ...secretary, councilChair: 'seat' },
  'session.remind': secretary,
  'session.meetInstead': { ...secretary, councilChair: 'seat' },
  'sheet.askMeeting': { councilChair: 'author', councilMember: 'author' },
  'session.close': secretary,
  'session.open': secretary,
  'session.rescore': { ...secretary, councilChair: 'seat' },
  'session.acceptSpread': { ...secretary, councilChair: 'seat' },
  'session.tellNotes': { ...offices, ...secretary },
  'session.conclude': secretary,
  'session.printSheets': { ...offices, ...secretary },
  'session.enterPapers': secretary,
  // The meeting as it is held: the secretary keeps its hours, notes and proposals, the chair may lead from product to product too.
  'session.beginMeeting': secretary,
  'session.endMeeting': secretary,
  'session.propose': secretary,
  'session.noteDiscussion': secretary,
  'session.lead': { ...secretary, councilChair: 'seat' },
  // Blind tasting: who makes it and reads the key for the one who pours does not taste; notes are their writer's alone.
  'flight.make': { councilSecretary: 'area or central' },
  'flight.readKey': secretary,
  'flight.end': secretary,
  'flight.read': seats,
  'flight.taste': { councilChair: 'seat', councilMember: 'seat' },
  'session.read': { ...offices, ...seats, auditor: 'all' },

  // A sheet is its author's alone until the scores are opened; the chair may reopen it, not read it; the secretary scores nothing (S14, S17).
  'sheet.hand': { ...offices, councilSecretary: 'area' },
  'sheet.read': { councilChair: 'author', councilMember: 'author' },
  'sheet.save': { councilChair: 'author', councilMember: 'author' },
  'sheet.submit': { councilChair: 'author', councilMember: 'author' },
  // A sheet filled in by hand: the secretary enters it in the member's name, marked so for ever.
  'sheet.enterPaper': secretary,
  'sheet.reopen': { councilChair: 'seat' },
  'result.read': {
    province: `area while ${opened}`,
    ministry: `central while ${opened}`,
    councilChair: `seat while ${opened}`,
    councilSecretary: `seat while ${opened}`,
    councilMember: `seat while ${opened}`,
    auditor: `all while ${opened}`,
  },
  // Other rules tried on an opened session, and the report on how members judged: advice, changes nothing.
  'result.try': {
    province: `area while ${opened}`,
    ministry: `central while ${opened}`,
    councilChair: `seat while ${opened}`,
    councilSecretary: `seat while ${opened}`,
  },
  'result.judging': { councilChair: `seat while ${opened}` },

  // Practice: what a seat scores there counts nowhere; each sees the own sheet, the office who has finished.
  'practice.make': offices,
  'practice.end': offices,
  'practice.read': { ...offices, councilChair: 'seat', councilMember: 'seat' },
  'practice.save': { councilChair: 'seat', councilMember: 'seat' },
  'practice.submit': { councilChair: 'seat', councilMember: 'seat' },
  'council.establish': offices,
  'council.correct': offices,
  'council.nameTeam': offices,
  'council.linkAdviser': offices,
  'council.unlinkAdviser': offices,
  'council.dissolve': offices,
  'council.read': { ...province, ...seats, ministry: 'all', auditor: 'all' },
  'round.plan': offices,
  'round.correct': offices,
  'round.read': {
    commune: 'area',
    province: 'area',
    councilChair: 'area',
    councilSecretary: 'area',
    councilMember: 'area',
    ministry: 'all',
    auditor: 'all',
  },

  // Decisions and what follows from them. Recognitions are public (S15 says which fields).
  'decision.draft': offices,
  'decision.propose': offices,
  'decision.issue': offices,
  'decision.cancel': offices,
  // What the Ministry decides on a product is read where the product is from (Art. 7.4).
  'decision.read': {
    commune: 'area while issued or concerned while issued',
    province: 'area or concerned while issued',
    ministry: 'central or all while issued',
    inspector: 'all while issued',
    auditor: 'all',
  },
  // Who may sign in the name of the office's head, and the office's own forms of its papers.
  'mandate.grant': offices,
  'mandate.end': offices,
  'mandate.read': { ...offices, auditor: 'all' },
  'template.upload': offices,
  'template.use': offices,
  'template.retire': offices,
  'template.read': { ...offices, auditor: 'all' },
  // Five stars hang on a product of some province: who is entitled to give them is law.
  'recognition.issue': { ...province, ministry: 'all' },
  'recognition.supersede': { ...province, ministry: 'all' },
  // Whose star it is to take back is law (Art. 8.2): three and four the province's, five the Ministry's.
  'recognition.revoke': { ...province, ministry: 'all' },
  'recognition.annul': province,
  'recognition.resume': province,
  'recognition.extend': province,
  // Art. 12.3 prolongs by law: the filing begins it and the result ends it; the office records its notice.
  'recognition.endExtension': nobody,
  'recognition.noteExtension': province,
  'recognition.import': nobody,
  'recognition.importRevoked': nobody,
  'recognition.completeByList': nobody,
  'recognition.endByList': nobody,
  'recognition.takeBack': nobody,
  'recognition.restore': nobody,
  'recognition.recordPast': province,
  'recognition.read': everyone,
  // Complaints about results and the Ministry's requests: the parties read them, the office they were given to answers (law).
  'review.complain': { producer: 'own', province: 'area' },
  'review.request': { ministry: 'all' },
  'review.accept': answering,
  'review.decline': answering,
  'review.answer': answering,
  'review.withdraw': { producer: 'own' },
  'review.read': { producer: 'own', commune: 'unit', ...answering, auditor: 'all' },
  // A report of wrong use of the stars: anybody sends one, the system takes it in, the offices of the place answer it.
  'misuse.report': everyone,
  'misuse.receive': nobody,
  'misuse.read': { province: 'area', inspector: 'area' },
  'misuse.close': { province: 'area', inspector: 'area' },
  // Where a dossier is, for whoever holds its receipt number and the producer's telephone number.
  'lookUp.dossier': everyone,
  'certificate.list': {
    commune: 'unit',
    province: 'area',
    ministry: 'all',
    inspector: 'all',
    auditor: 'all',
  },
  'certificate.print': {
    producer: 'own',
    commune: 'unit',
    province: 'area',
    ministry: 'all',
    inspector: 'all',
    auditor: 'all',
  },

  // The register of producers: every part of a record by its own act; two records of one producer joined by the offices.
  'producer.register': registering,
  'producer.correct': ownAndOffices,
  'producer.describe': ownAndOffices,
  'producer.rename': ownAndOffices,
  'producer.changeKind': ownAndOffices,
  'producer.changeRegistration': ownAndOffices,
  'producer.changeRepresentative': ownAndOffices,
  'producer.changeAddress': ownAndOffices,
  'producer.changeContact': ownAndOffices,
  'producer.changeBank': ownAndOffices,
  'producer.keepContract': ownAndOffices,
  'producer.keepCertification': ownAndOffices,
  'producer.keepChain': ownAndOffices,
  'producer.keepConsent': ownAndOffices,
  'producer.join': registering,
  'producer.joinInto': registering,
  'producer.unjoin': registering,
  'producer.standAgain': registering,
  'producer.keepApart': registering,
  'producer.read': everyone,
  'producer.readRestricted': { producer: 'own', commune: 'unit', province: 'area', auditor: 'all' },
  'product.register': { producer: 'own', commune: 'unit', province: 'area' },
  'product.declareSelling': ownAndOffices,
  'product.correct': { producer: 'own', commune: 'unit', province: 'area' },
  'product.read': everyone,
  // A product's record through the years, part by part.
  'product.readRecord': { producer: 'own', commune: 'unit', province: 'area', inspector: 'area', auditor: 'all' },
  'product.rename': ownAndOffices,
  'product.classify': registering,
  'product.place': registering,
  'product.tell': ownAndOffices,
  'product.specify': ownAndOffices,
  'product.keepPicture': ownAndOffices,
  'product.keepLabel': ownAndOffices,
  'product.keepStandard': ownAndOffices,
  'product.keepTest': ownAndOffices,
  'product.keepBarcode': ownAndOffices,
  // Two records of one product: joined by the offices; recognitions and years that give way follow from it.
  'product.join': registering,
  'product.joinInto': registering,
  'product.unjoin': registering,
  'product.standAgain': registering,
  'product.keepApart': registering,
  'recognition.giveWay': registering,
  'recognition.standAgain': registering,
  'productYear.setAside': registering,
  'productYear.resume': registering,
  'productYear.resumeAccepted': registering,
  'productYear.resumeReturned': registering,

  // The national system's table: its ids and the day of a transfer are the office's to record.
  // Figures of a year: told by the producer or typed in for it, accepted by its commune.
  'productYear.read': { producer: 'own', commune: 'unit', province: 'area', ministry: 'all', auditor: 'all' },
  'productYear.report': ownAndOffices,
  'productYear.mend': ownAndOffices,
  'productYear.accept': { commune: 'unit' },
  'productYear.return': { commune: 'unit' },
  // Potential products before their first dossier.
  'idea.read': { producer: 'own', commune: 'unit', province: 'area', auditor: 'all' },
  'idea.enter': ownAndOffices,
  'idea.correct': ownAndOffices,
  'idea.advise': registering,
  'idea.makeReady': ownAndOffices,
  'idea.file': { producer: 'own', commune: 'unit' },
  'idea.drop': ownAndOffices,
  'idea.reopen': ownAndOffices,
  'product.transfer': province,
  'national.read': province,

  // Lists brought in: read, settled, written and undone by the province's office for its own province; what the system then does is nobody's to press.
  'listImport.upload': importers,
  'listImport.map': importers,
  'listImport.settle': importers,
  'listImport.write': importers,
  'listImport.undo': importers,
  'listImport.cancel': importers,
  'listImport.stop': importers,
  'listImport.read': { ...importers, auditor: 'all' },
  'handbook.order': province,
  'handbook.stop': province,
  'handbook.read': { ...province, auditor: 'all' },
  'handbook.finish': nobody,
  'handbook.fail': nobody,
  'listImport.finish': nobody,
  'listImport.halt': nobody,
  'listImport.finishUndo': nobody,
  'listImport.haltUndo': nobody,
  'producer.takeBack': nobody,
  'product.takeBack': nobody,

  // Leave and delegations: recorded by who is away, or by the administrator for somebody ill (the act says who); read by the office.
  'delegation.record': { commune: 'unit', ...offices, administrator: 'all' },
  'delegation.ask': { commune: 'unit', ...offices, administrator: 'all' },
  'delegation.agree': { commune: 'unit', ...offices },
  'delegation.end': { commune: 'unit', ...offices, councilSecretary: 'area', administrator: 'all' },
  'delegation.read': { commune: 'unit', ...offices, councilSecretary: 'area', auditor: 'all', administrator: 'all' },

  // One's own days: what other reads reach, by month.
  'calendar.read': {
    producer: 'self',
    commune: 'self',
    province: 'self',
    councilChair: 'self',
    councilSecretary: 'self',
    councilMember: 'self',
    adviser: 'self',
    ministry: 'self',
    inspector: 'self',
  },

  // Officers' lists. Each list still shows only what its own read reaches.
  'queue.read': {
    commune: 'unit',
    province: 'area',
    ...seats,
    ministry: 'all',
    inspector: 'area',
    auditor: 'all',
    administrator: 'all',
  },
  'list.export': {
    commune: 'unit',
    province: 'area',
    councilSecretary: 'seat',
    ministry: 'all',
    auditor: 'all',
    administrator: 'all',
  },
  // A long list made into a file in the background, for the one who asked.
  'listFile.make': {
    commune: 'self',
    province: 'self',
    councilSecretary: 'self',
    ministry: 'self',
    inspector: 'self',
    auditor: 'self',
    administrator: 'self',
  },
  // An officer's own names for the filters of a list.
  'view.save': {
    commune: 'self',
    province: 'self',
    councilChair: 'self',
    councilSecretary: 'self',
    councilMember: 'self',
    ministry: 'self',
    inspector: 'self',
    auditor: 'self',
    administrator: 'self',
  },
  // What is missing or does not fit in the records of an office's area.
  'quality.read': { commune: 'unit', province: 'area', auditor: 'all' },
  'statistics.read': { commune: 'unit', province: 'area', ministry: 'all', auditor: 'all' },
  'ledger.read': { commune: 'unit', province: 'area', auditor: 'all', administrator: 'all' },
  'ledger.verify': { auditor: 'all', administrator: 'all' },
  'access.read': { auditor: 'all', administrator: 'all' },

  // Accounts: made by the administrator, minded by their holder.
  'account.signIn': everyone,
  'account.tryAs': everyone,
  'account.confirmCode': everyone,
  'account.sendCode': everyone,
  'account.askReset': everyone,
  'account.useCode': everyone,
  'account.signOut': oneself,
  'account.reauthenticate': oneself,
  'account.chooseRole': oneself,
  'account.enrolFactor': oneself,
  'account.renewRecoveryCodes': oneself,
  'account.activate': oneself,
  'account.changePassword': oneself,
  'account.changeContact': { ...oneself, administrator: 'all' },
  'account.resetFactor': { ...oneself, administrator: 'all' },
  'account.openCalendar': oneself,
  'account.closeCalendar': oneself,
  'account.endSessions': { ...oneself, administrator: 'all' },
  'account.read': { ...oneself, auditor: 'all', administrator: 'all' },
  'account.list': { auditor: 'all', administrator: 'all' },
  'account.invite': administrator,
  'account.import': administrator,
  'account.disable': administrator,
  'account.enable': administrator,
  'account.changeRoles': administrator,
  'outbox.read': oneself,
  'outbox.watch': { auditor: 'all', administrator: 'all' },

  'settings.read': { province: 'all', auditor: 'all', administrator: 'all' },
  'settings.change': administrator,
  'health.read': { auditor: 'all', administrator: 'all' },
  'localPlace.register': { commune: 'unit', province: 'area' },
  'localPlace.correct': { commune: 'unit', province: 'area' },
  'publishedTotal.record': registering,
  'publishedTotal.correct': registering,
  'publishedTotal.remove': registering,
  // Legal acts: whoever keeps an entry corrects it; everybody reads.
  'legalAct.record': recording,
  'legalAct.correct': recording,
  'legalAct.relate': recording,
  'legalAct.unrelate': recording,
  'legalAct.remove': recording,
  'legalAct.read': everyone,
  // Reports: a commune's own until sent, then its province's too; a province's own until sent, then the Ministry's too.
  // Templates of a province's reports; its communes choose among them.
  'reportTemplate.make': province,
  'reportTemplate.change': province,
  'reportTemplate.retire': province,
  'report.begin': recording,
  'report.start': { commune: 'unit' },
  'report.startProvince': province,
  'report.startCountry': { ministry: 'central' },
  'report.write': reportWriters,
  'report.sendUp': reportWriters,
  'report.takeIn': reportAnswerers,
  'report.handBack': reportAnswerers,
  'report.amend': {
    commune: 'unit while accepted',
    province: 'area while acceptedByMinistry',
    ministry: 'central while countryIssued',
  },
  'report.throwAway': {
    commune: 'unit while draft',
    province: 'area while provinceDraft',
    ministry: 'central while countryDraft',
  },
  'report.discard': { commune: 'unit while draft', province: 'area while provinceDraft', ministry: 'central' },
  'report.issueCountry': { ministry: 'central' },
  'report.correctCountry': { ministry: 'central' },
  'report.send': { commune: 'unit' },
  'report.sendToMinistry': { province: `area while ${provinceReport}` },
  'report.accept': { province: `area while ${communeSent}` },
  'report.giveBack': { province: `area while ${communeSent}` },
  'report.acceptAtMinistry': { ministry: `all while ${provinceSent}` },
  'report.giveBackAtMinistry': { ministry: `all while ${provinceSent}` },
  'report.correct': { commune: 'unit' },
  'report.correctProvince': { province: `area while ${provinceReport}` },
  'report.read': reportReaders,
  'report.export': reportReaders,
  // Targets: the province's for its territory, the Ministry's for the country; plans are public.
  'target.set': offices,
  'target.correct': offices,
  'target.cancel': offices,
  'target.read': everyone,
  // A task is done by its commune or province, or written down by who gave it for an office outside; which side acts is law.
  'task.give': answering,
  'task.note': taskDoers,
  'task.report': taskDoers,
  'task.accept': { province: 'area while reported', ministry: 'all while reported' },
  'task.giveBack': { province: 'area while reported', ministry: 'all while reported' },
  'task.correct': answering,
  'task.cancel': answering,
  'task.read': { commune: 'unit', ...answering, auditor: 'all' },
  // Meetings whose conclusions become tasks: of the office that gives tasks; a commune reads its task, not the meeting.
  'conclusion.record': offices,
  'conclusion.correct': offices,
  'conclusion.remove': offices,
  'conclusion.read': { ...offices, auditor: 'all' },
  // Bodies and officers in charge: each level keeps its own; a commune reads its own and what is above it. Persons, so never public.
  'body.establish': recording,
  'body.correct': recording,
  'body.changeMembers': recording,
  'body.correctMember': recording,
  'body.dissolve': recording,
  'body.read': { ...bodyReaders, auditor: 'all' },
  'body.readContacts': bodyReaders,
  'communeOfficer.appoint': registering,
  'communeOfficer.correct': registering,
  'communeOfficer.end': registering,
  'communeOfficer.read': { ...registering, ministry: 'all', auditor: 'all' },
  'communeOfficer.readContacts': { ...registering, ministry: 'all' },
  // Training: commune and province enter their own, a commune reads what its province held too.
  'training.record': registering,
  'training.correct': registering,
  'training.attend': registering,
  'training.withdraw': registering,
  'training.read': { commune: 'unit or above', province: 'area', ministry: 'all', auditor: 'all' },
  // Points of sale: whoever keeps one corrects it; everybody reads those that are open, by the public pages.
  'salePoint.register': registering,
  'salePoint.correct': registering,
  'salePoint.offer': registering,
  'salePoint.close': registering,
  'salePoint.reopen': registering,
  'salePoint.withdraw': registering,
  'salePoint.read': { ...registering, ministry: 'all', auditor: 'all' },
  // Support paid: offices enter it, the producer sees its own; policies are the province's, by an act.
  'supportPolicy.set': province,
  'supportPolicy.correct': province,
  'supportPolicy.cancel': province,
  'supportPolicy.read': { commune: 'unit or above', province: 'area', ministry: 'all', auditor: 'all' },
  'support.record': registering,
  'support.correct': registering,
  'support.withdraw': registering,
  'support.read': { ...ownAndOffices, ministry: 'all', auditor: 'all' },
  'unitRegister.load': administrator,
  'unitRegister.change': administrator,
  'unitRegister.draft': administrator,
  'unitRegister.takeList': administrator,
  'unitRegister.plan': administrator,
  'unitRegister.cancel': administrator,
  'unitRegister.read': administrator,
  'unit.read': everyone,
} as const satisfies Record<Action, Row> & Readonly<Record<string, Row>>;

/** A row of the table: a move of the law, or a read, a draft or an act on oneself that needs leave too. */
export type Verb = keyof typeof policy;

/** Which roles may take a colleague's place: of the same office, in the same role or one the office's work is known to. */
export const takers: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  commune: ['commune'],
  province: ['province', 'councilSecretary'],
  ministry: ['ministry'],
};

/** What a delegation hands over, in groups an order names; to read what the work needs goes with each. */
export const actGroups = {
  dossiers: 'Tiếp nhận, kiểm tra, trả lại, chuyển hồ sơ',
  councils: 'Đợt đánh giá, Hội đồng, phiên họp',
  decisions: 'Quyết định, công nhận, gửi và trả kết quả',
  registers: 'Danh bạ chủ thể, sản phẩm; trả lời phản ánh',
} as const;
export type ActGroup = keyof typeof actGroups;

const GROUP_OF: Readonly<Record<string, ActGroup>> = {
  dossier: 'dossiers',
  file: 'dossiers',
  round: 'councils',
  council: 'councils',
  session: 'councils',
  sheet: 'councils',
  practice: 'councils',
  decision: 'decisions',
  recognition: 'decisions',
  producer: 'registers',
  product: 'registers',
  productYear: 'registers',
  idea: 'registers',
  misuse: 'registers',
  localPlace: 'registers',
  publishedTotal: 'registers',
  legalAct: 'registers',
  target: 'registers',
  task: 'registers',
  conclusion: 'registers',
  body: 'registers',
  communeOfficer: 'registers',
  training: 'registers',
  support: 'registers',
  salePoint: 'registers',
  supportPolicy: 'registers',
  listImport: 'registers',
  handbook: 'registers',
  report: 'registers',
  reportTemplate: 'registers',
  review: 'decisions',
};
const RESULTS =
  /^dossier\.(choosePath|exclude|recognise|nominate|closeUnrecognised|notify|sendPackage|recogniseCentral|returnResult|evaluateAgain|redo|reopen|annul|redoCentral)$/;
/** Writing in a producer's name is the officer's who took its paper in. */
const OWN_HAND = /^dossier\.(start|saveDraft|attach|submit)$/;
const READS = /\.(read\w*|list|print\w*|export|try)$/;

/** Does a delegation of these groups hand the verb over? What stands in no group is nobody else's. */
export function handedOver(verb: string, acts: readonly string[]): boolean {
  const [process = ''] = verb.split('.');
  if (OWN_HAND.test(verb) || process === 'account' || process === 'flight') return false;
  if (READS.test(verb)) return acts.length > 0;
  const group = RESULTS.test(verb) ? 'decisions' : Object.hasOwn(GROUP_OF, process) ? GROUP_OF[process] : undefined;
  return group !== undefined && acts.includes(group);
}

/** The table as the machinery asks it: `no` for verbs and roles it does not have. */
export const policyTable = {
  cell(verb: string, role: string): Cell {
    const row: Row = Object.hasOwn(policy, verb) ? policy[verb as Verb] : nobody;
    return (Object.hasOwn(row, role) ? row[role as Role] : undefined) ?? 'no';
  },
  seatRoles,
  handedOver,
};
