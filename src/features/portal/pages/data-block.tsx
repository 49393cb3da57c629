import type { DataForMachines } from '../json-ld.ts';

/**
 * Data for search machines in the page. It is no script: browsers do not run `application/ld+json`. JSON is written so
 * that no character in it can end the element or begin another one.
 */
export function DataBlock({ data }: { data: DataForMachines }) {
  return <script type="application/ld+json" {...asJson(data)} />;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

function asJson(data: DataForMachines): { dangerouslySetInnerHTML: { __html: string } } {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? '');
  return { dangerouslySetInnerHTML: { __html: text } };
}
