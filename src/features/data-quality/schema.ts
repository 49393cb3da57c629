import { z } from 'zod';
import { uuid } from '#platform/http/fields';
import { PRODUCER_CHECKS } from './checks/producers.ts';
import { PRODUCT_CHECKS } from './checks/products.ts';

const checkNames = [...Object.keys(PRODUCT_CHECKS), ...Object.keys(PRODUCER_CHECKS)] as [CheckName, ...CheckName[]];
export type CheckName = keyof typeof PRODUCT_CHECKS | keyof typeof PRODUCER_CHECKS;

export const qualityQuery = z.object({ xa: uuid().optional().catch(undefined) });
export const oneCheck = z.object({ check: z.enum(checkNames) });
export const faultyQuery = qualityQuery.extend({
  ten: z.string().max(300).optional().catch(undefined),
  sau: uuid().optional().catch(undefined),
});
