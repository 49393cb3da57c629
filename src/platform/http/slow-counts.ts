/** A count, and when it was made. */
export interface Counted<T> {
  readonly value: T;
  /** Null: just now. */
  readonly at: Date | null;
}

interface Kept {
  readonly value: unknown;
  readonly at: Date;
}

export interface SlowCountOptions {
  /** What took longer is kept, milliseconds. */
  readonly slow: number;
  /** So long a kept count is answered as it is; older, it is answered once more while a new one is made. */
  readonly fresh: number;
  /** Older counts are not answered at all. */
  readonly oldest: number;
  /** So many are kept, those asked for longest ago go first. */
  readonly most: number;
  readonly now: () => number;
}

const USUAL: SlowCountOptions = { slow: 250, fresh: 60_000, oldest: 3_600_000, most: 200, now: Date.now };

/**
 * Counts over a whole register that take long are kept a while in memory, with the moment they were made, which the page tells;
 * whatever is quick is counted each time. The same count asked for by many at one moment is made once.
 */
export class SlowCounts {
  readonly #options: SlowCountOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(options: Partial<SlowCountOptions> = {}) {
    this.#options = { ...USUAL, ...options };
  }

  /** The key says all the count depends on, and it is the same for everybody who may ask. A failure is thrown and not kept. */
  async ask<T>(key: string, count: () => Promise<T>): Promise<Counted<T>> {
    const { fresh, oldest, now } = this.#options;
    const kept = this.#kept.get(key);
    const age = kept === undefined ? Number.POSITIVE_INFINITY : now() - kept.at.getTime();
    if (kept === undefined || age > oldest) return { value: await this.#count(key, count), at: null };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    // A new count that fails leaves the kept one to be answered until it is too old.
    if (age > fresh) this.#count(key, count).catch(() => undefined);
    return { value: kept.value as T, at: kept.at };
  }

  #count<T>(key: string, count: () => Promise<T>): Promise<T> {
    const running = this.#running.get(key) as Promise<T> | undefined;
    if (running !== undefined) return running;
    const begun = this.#options.now();
    const made = count()
      .then((value) => {
        if (this.#options.now() - begun > this.#options.slow) this.#keep(key, { value, at: new Date(begun) });
        else this.#kept.delete(key);
        return value;
      })
      .finally(() => this.#running.delete(key));
    this.#running.set(key, made);
    return made;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [first] = this.#kept.keys();
    if (this.#kept.size > this.#options.most && first !== undefined) this.#kept.delete(first);
  }
}
