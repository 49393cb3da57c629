import { z } from 'zod';
import { text, uuid } from '#platform/http/fields';

export const makeListFile = z.strictObject({ from: text({ label: 'Danh sách', max: 2000 }) });
export const byListFile = z.strictObject({ id: uuid() });
export const listFileOut = z.object({ id: uuid() });
