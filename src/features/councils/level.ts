/** What differs between a province's council and the Ministry's: where a dossier waits and sits, and the steps it makes. */
export const LEVELS = {
  province: {
    waiting: 'inRound',
    sitting: 'inSession',
    assign: 'dossier.assign',
    unassign: 'dossier.unassign',
    conclude: 'dossier.conclude',
  },
  central: {
    waiting: 'central',
    sitting: 'centralSession',
    assign: 'dossier.assignCentral',
    unassign: 'dossier.unassignCentral',
    conclude: 'dossier.concludeCentral',
  },
} as const;
/** Who goes on with a session or a decision of the level. */
export const officeNext = (level: CouncilLevel) => ({
  actor: level === 'central' ? ('ministry' as const) : ('province' as const),
  dueOn: null,
});
export type CouncilLevel = keyof typeof LEVELS;
