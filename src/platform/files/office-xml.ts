import { SaxesParser } from 'saxes';

/** Why an XML part is refused: it cannot be trusted as XML, it brings something to run, it reaches outside. */
export type XmlProblem = 'broken' | 'macro' | 'links';

/** Content types and kinds of relationship of what runs or is another file inside. */
const RUNNING_TYPE = /macroEnabled|vba|activeX|oleObject/i;
const RUNNING_LINK = /\/(vbaProject|oleObject|package|control|activeX\w*|keyMapCustomizations|attachedToolbars)$/i;
const OUTSIDE_TYPE = /externalLink/i;
/** Relationships that only open when a person clicks. */
const HARMLESS_LINK = /\/hyperlink$/;

/**
 * Reads one XML part of an office file as it is unpacked (S26). Every part must be UTF-8 without a document type, which
 * can only stand before the first element; `whole` parts (content types, relationships) are read to the end and must be
 * well-formed. Give all chunks to `write`, then ask `end`.
 */
export class XmlReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #parser = new SaxesParser();
  readonly #whole: boolean;
  #begun = false;
  #problem: XmlProblem | null = null;

  constructor(whole: boolean) {
    this.#whole = whole;
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') this.#found('broken');
    });
    this.#parser.on('doctype', () => this.#found('broken'));
    this.#parser.on('error', () => {
      if (whole || !this.#begun) this.#found('broken');
    });
    this.#parser.on('opentag', ({ attributes }) => {
      this.#begun = true;
      if (whole) this.#look(attributes);
    });
  }

  write(chunk: Uint8Array): void {
    this.#read(() => this.#decoder.decode(chunk, { stream: true }));
  }

  /** The first problem of the part, or null. */
  end(): XmlProblem | null {
    this.#read(() => this.#decoder.decode());
    if (this.#whole && this.#problem === null) this.#parser.close();
    return this.#problem ?? (this.#begun ? null : 'broken');
  }

  #read(next: () => string): void {
    if (this.#problem !== null) return;
    try {
      const text = next();
      if (this.#whole || !this.#begun) this.#parser.write(text);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#found('broken');
    }
  }

  #look(attributes: Readonly<Record<string, string>>): void {
    const { ContentType: content = '', Type: link = '', TargetMode: mode = 'Internal' } = attributes;
    if (RUNNING_TYPE.test(content) || RUNNING_LINK.test(link)) this.#found('macro');
    if (OUTSIDE_TYPE.test(content)) this.#found('links');
    if (mode.trim().toLowerCase() !== 'internal' && !HARMLESS_LINK.test(link)) this.#found('links');
  }

  #found(problem: XmlProblem): void {
    this.#problem ??= problem;
  }
}
