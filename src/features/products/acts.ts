/** The acts on a product's record: one act for each of its parts. */
import { type PartAct, partAct } from '#features/record-parts';
import { productRecord } from './change.ts';
import { parts } from './sections.ts';

/** Every part with its act. */
export const productPartActs: readonly PartAct[] = parts.map((part) => partAct(part, productRecord));
