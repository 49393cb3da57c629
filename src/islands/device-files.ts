/** Files not yet handed in, kept on this device so that a reload, a sign-in or a night loses none (U16, Q7). */

const WEEK_MS = 7 * 24 * 3600 * 1000;
const STORE = 'files';

/** The files of one field of one page, in their order. */
interface Kept {
  readonly place: string;
  readonly at: number;
  readonly files: readonly File[];
}

/** The files kept for a place; none where the browser keeps nothing. What is older than a week is forgotten. */
export async function keptFiles(place: string): Promise<readonly File[]> {
  const kept = await inStore('readwrite', (store) => store.get(place) as IDBRequest<Kept | undefined>);
  if (!kept) return [];
  if (Date.now() - kept.at < WEEK_MS) return kept.files;
  await keepFiles(place, []);
  return [];
}

/** Keeps these files for a place, instead of those before. */
export async function keepFiles(place: string, files: readonly File[]): Promise<void> {
  const kept: Kept = { place, at: Date.now(), files };
  await inStore('readwrite', (store): IDBRequest => (files.length > 0 ? store.put(kept) : store.delete(place)));
}

/** Undefined when the browser refuses (private window, full device): then the files live as long as the page. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const opening = indexedDB.open('saolang', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'place' });
    const database = await answerOf(opening);
    const answer = await answerOf(work(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return answer;
  } catch {
    return undefined;
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
