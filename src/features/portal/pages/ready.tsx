import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

const MOST = 3000;

/**
 * Parts of a page that are drawn once and then kept as text: the same product shows the same card to everybody. `key`
 * holds everything the part is drawn from, so a part that is kept can never be out of date. The oldest go first.
 */
export class ReadyParts<Drawn> {
  readonly #kept = new Map<string, string>();
  readonly #draw: (drawn: Drawn) => VNode;
  readonly #most: number;

  constructor(draw: (drawn: Drawn) => VNode, most = MOST) {
    this.#draw = draw;
    this.#most = most;
  }

  /** The part as HTML, made by the renderer from a component of ours (never from a visitor's text). */
  html(drawn: Drawn): string {
    const key = JSON.stringify(drawn);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const html = render(this.#draw(drawn));
    this.#kept.set(key, html);
    if (this.#kept.size > this.#most) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return html;
  }
}

/** A frame around ready parts. */
export function Ready({ class: look, id, html }: { class: string; id?: string | undefined; html: string }) {
  return <div class={look} id={id} {...inner(html)} />;
}

const inner = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });
