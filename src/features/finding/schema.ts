import { z } from 'zod';
import { choice, search } from '#platform/http/fields';

/** What is searched, in the order of the page. */
export const KINDS = {
  product: 'Sản phẩm',
  producer: 'Chủ thể',
  dossier: 'Hồ sơ',
  certificate: 'Giấy chứng nhận',
  account: 'Người dùng',
  unit: 'Đơn vị hành chính',
} as const;
export type Kind = keyof typeof KINDS;
export const kindNames = Object.keys(KINDS) as Kind[];

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
/** A state is a name of the law: letters only. */
const stateWord = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .max(40)
    .regex(/^[A-Za-z]+$/)
    .optional(),
);

/** The address of the search: words, kind, own area only, state and star, page. What makes no sense counts as not given. */
export const findQuery = z.object({
  q: search().catch(undefined),
  loai: z.preprocess(blankIsAbsent, choice(kindNames).optional()).catch(undefined),
  trong: z.preprocess(blankIsAbsent, choice(['dia-ban']).optional()).catch(undefined),
  tt: stateWord.catch(undefined),
  sao: z.preprocess(blankIsAbsent, choice(['3', '4', '5']).optional()).catch(undefined),
  trang: z.coerce.number().int().min(2).max(100).optional().catch(undefined),
});
export type FindQuery = z.output<typeof findQuery>;
