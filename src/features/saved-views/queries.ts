import type { Kysely } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ListName, ViewRow } from './schema.ts';

/** A filter with its name. */
export type SavedView = ViewRow;

/** At most so many names for the filters of one list. */
export const MOST_VIEWS = 30;

/** The views of an account by their names, of one list or of all. */
export async function viewsOf(db: Kysely<DB> | Tx, account: string, list?: ListName): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'list', 'name', 'query', 'version'])
    .where('account', '=', account)
    .$if(list !== undefined, (all) => all.where('list', '=', list ?? ''))
    .orderBy('list', 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(2 * MOST_VIEWS)
    .execute();
  return rows.map((row) => ({ ...row, list: row.list as ListName }));
}
