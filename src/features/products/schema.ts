import { z } from 'zod';
import { day, uuid } from '#platform/http/fields';

/** A file of one product's record. */
export const recordFile = z.object({ id: uuid(), file: uuid() });

/** The record as of a past day. */
export const recordQuery = z.object({ ngay: day({ label: 'Ngày' }).optional().catch(undefined) });
