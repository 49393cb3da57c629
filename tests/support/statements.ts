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

/** The fewest statements of several runs: jobs that run beside a request may add theirs to one of them. */
export async function fewestStatements(work: () => Promise<unknown>, runs = 3): Promise<string[]> {
  const all: string[][] = [];
  for (let run = 0; run < runs; run += 1) all.push(await statementsOf(work));
  return all.reduce((least, one) => (one.length < least.length ? one : least));
}
