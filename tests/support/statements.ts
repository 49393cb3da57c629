/** Counts what a request asks the database. */
import pg from 'pg';

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/** Letters on their way out are sent beside any request. */
const BESIDE = /\bin_flight\b/;

/** Statements sent by any connection of this process while `work` runs, in order; the sender of letters left out. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { query } = pg.Client.prototype as unknown as { query: Query };
  const counting: Query = function (...given) {
    const [first] = given;
    const text = typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text ?? '');
    if (!BESIDE.test(text)) seen.push(text);
    return query.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query: counting });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return seen;
}

const MOST_RUNS = 12;

/**
 * The fewest statements of several runs: jobs that run beside a request may add theirs to one of them. As long as the fewest
 * have been seen only once, it is run again.
 */
export async function fewestStatements(work: () => Promise<unknown>, runs = 3): Promise<string[]> {
  const all: string[][] = [];
  const least = () => all.reduce((fewest, one) => (one.length < fewest.length ? one : fewest));
  const seen = () => all.filter(({ length }) => length === least().length).length;
  while (all.length < runs || (seen() < 2 && all.length < MOST_RUNS)) all.push(await statementsOf(work));
  return least();
}
