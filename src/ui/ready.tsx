import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

const MOST = 3000;

/**
 * Parts of a page that are drawn once and then kept as text: the same key shows the same part to everybody. The key holds
 * everything the part is drawn from, so a part that is kept can never be out of date. The oldest go first.
 */
export class ReadyParts {
  readonly #kept = new Map<string, string>();
  readonly #draw: (key: string) => VNode;
  readonly #most: number;

  constructor(draw: (key: string) => VNode, most = MOST) {
    this.#draw = draw;
    this.#most = most;
  }

  /** The part as HTML, made by the renderer from a component of ours (never from a visitor's text). */
  html(key: string): string {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const html = flat(render(this.#draw(key)));
    this.#kept.set(key, html);
    if (this.#kept.size > this.#most) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return html;
  }
}

/** The renderer's text is a tree of pieces, walked again at every use; written out once it is one piece. */
const flat = (html: string) => Buffer.from(html).toString();

/** Parts drawn from values that JSON can carry: the text is the key. */
export function readyFrom<Drawn>(draw: (drawn: Drawn) => VNode, most = MOST): (drawn: Drawn) => string {
  const parts = new ReadyParts((key) => draw(JSON.parse(key) as Drawn), most);
  return (drawn) => parts.html(JSON.stringify(drawn));
}

/** A frame around ready parts. */
export function Ready({
  as: Frame = 'div',
  class: look,
  html,
}: {
  as?: 'div' | 'header' | 'footer' | undefined;
  class: string;
  html: string;
}) {
  return <Frame class={look} {...inner(html)} />;
}

const inner = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });
