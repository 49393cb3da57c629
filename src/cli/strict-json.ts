/** Reading JSON strictly: JSON.parse keeps the last of two equal names; a legal sheet with two answers is refused. */

/** Thrown when an object names a member twice. */
export class RepeatedName extends Error {
  readonly repeated: string;

  constructor(repeated: string) {
    super(`Tên “${repeated}” ghi hai lần.`);
    this.repeated = repeated;
  }
}

/**
 * Parses JSON text. Throws SyntaxError for malformed text and RepeatedName for a member named twice in one object.
 */
export function parseStrict(text: string): unknown {
  const value: unknown = JSON.parse(text);
  refuseRepeatedNames(text);
  return value;
}

/** Walks text known to be valid JSON; a string followed by ":" is a member name of the innermost object. */
function refuseRepeatedNames(text: string): void {
  const open: Set<string>[] = [];
  const token = /[{}]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/gs;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [whole, colon] = found;
    if (whole === '{') open.push(new Set());
    else if (whole === '}') open.pop();
    else if (colon !== undefined) {
      const name = String(JSON.parse(whole.slice(0, whole.length - colon.length)));
      const names = open.at(-1);
      if (names?.has(name)) throw new RepeatedName(name);
      names?.add(name);
    }
  }
}
