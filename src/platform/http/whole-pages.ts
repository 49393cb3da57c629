import { type Written, writtenOut } from './page-cache.ts';

const MOST = 60;

/**
 * Public pages whose content is kept as text, written out: the same text in the same frame is the same page, byte for byte,
 * so it is neither drawn nor packed again, whatever address it was asked by. The oldest go first.
 */
export class WholePages {
  readonly #kept = new Map<string, { frame: string; written: Written }>();

  /** The page of a content (its text) in a frame (as JSON). */
  of(content: string, frame: string, draw: () => string): Written {
    const known = this.#kept.get(content);
    if (known?.frame === frame) return known.written;
    const written = writtenOut(draw());
    this.#kept.delete(content);
    this.#kept.set(content, { frame, written });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return written;
  }
}
