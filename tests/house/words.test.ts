/** U4: what a screen says is Vietnamese. English stands only on the English twins. */
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesLike, textOf } from './files.ts';

// Words that occur on screens written in English, and are no Vietnamese word without its marks.
const ENGLISH = new RegExp(
  `\\b(?:${[
    'the|and|of|with|for|your|you|this|that|from|please|are|not|have|has|was|were|will|must',
    'save|submit|cancel|search|sign|login|log ?out|home|name|password|error|loading|next|previous|back|edit|delete|remove',
    'status|date|view|download|upload|dossiers?|products?|producers?|council|sheets?|users?|accounts?|settings|page|list|select|choose|close|open',
    'required|optional|invalid|unknown|yes|send|update|create|new|print|help|more|show|hide|filter|sort|results?|score|total|star|rating',
  ].join('|')})\\b`,
  'i',
);
const SPOKEN = new Set([
  'label',
  'title',
  'alt',
  'placeholder',
  'hint',
  'aria-label',
  'summary',
  'heading',
  'description',
  'caption',
  'legend',
  'text',
  'help',
]);
// Names that are the same in every language.
const NAMES =
  /\b(?:OCOP|Excel|PDF|Word|QR|Sao Làng|e-mail|email|web|website|Natural Earth|API|JSON|CSV|OpenAPI|TOTP|XLSX|DOCX|PNG|JPEG|WebP|Facebook|Zalo|fax)\b/gi;

const screens = filesLike(/^src\/(features|ui|islands)\/.*\.tsx$/).filter(
  (path) => !path.includes('.test.') && !isTwin(path),
);

/** Pages of the English twins: `english…`, `en-…` or below `en/`. */
function isTwin(path: string): boolean {
  return /\/(en|english)(\/|[-.])|[-.](en|english)\.tsx$|\/english/i.test(path);
}

/** What a file puts on the screen: text between tags and attributes that are read aloud. */
function spoken(path: string): string[] {
  const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (
      ts.isJsxAttribute(node) &&
      SPOKEN.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      found.push(node.initializer.text);
    }
    // Inside JSX braces: {'text'} and {cond ? 'a' : 'b'} that stand directly between tags.
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      const inner = node.expression;
      if (inner && ts.isStringLiteralLike(inner)) found.push(inner.text);
    }
    if (ts.isConditionalExpression(node)) {
      if (asksForEnglish(node)) {
        visit(node.whenFalse); // the other side is the English twin
        return;
      }
      for (const side of [node.whenTrue, node.whenFalse]) {
        if (ts.isStringLiteralLike(side) && isHeard(node.parent)) found.push(side.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** Braces between tags, or those of an attribute that is read aloud. */
function isHeard(braces: ts.Node): boolean {
  if (!ts.isJsxExpression(braces)) return false;
  return !ts.isJsxAttribute(braces.parent) || SPOKEN.has(braces.parent.name.getText());
}

/** `en ? … : …`, `english ? … : …`, `lang === 'en' ? … : …` */
function asksForEnglish({ condition }: ts.ConditionalExpression): boolean {
  return /^(?:en|english|(?:\w+\.)*lang === 'en')$/.test(condition.getText());
}

test('U4 no English on Vietnamese screens', () => {
  expect('Save changes').toMatch(ENGLISH);
  expect('Nộp hồ sơ cho xã').not.toMatch(ENGLISH);
  const english = screens.flatMap((path) =>
    spoken(path)
      .filter((text) => ENGLISH.test(text.replace(NAMES, '')))
      .map((text) => `${path}: ${text}`),
  );
  expect(english).toEqual([]);
});

test('U4 no code words on screens', () => {
  const codes = screens.flatMap((path) =>
    spoken(path)
      .filter((text) => /\b(?:undefined|NaN|null|\[object|Infinity)\b/.test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(codes).toEqual([]);
});
