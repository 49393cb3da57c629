/** What the moves of a meeting and of a blind tasting are judged by. Hours of the day are 'HH:MM'. */
export interface MeetingFacts {
  'session.beginMeeting': { readonly mode: 'meeting' | 'written'; readonly begun: boolean; readonly at: string };
  'session.endMeeting': { readonly began: string | null; readonly ended: boolean; readonly at: string };
  'session.propose': {
    readonly dossier: string;
    /** What the stored result leads to, in words. */
    readonly proposal: string;
    /** Pairs of sheets over the limit that are neither scored again nor kept with a reason. */
    readonly openPairs: number;
  };
  'flight.make': { readonly sessionState: string; readonly mode: 'meeting' | 'written'; readonly products: number };
  /** Who pours, by name. */
  'flight.readKey': { readonly pourer: string };
}
