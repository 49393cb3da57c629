import { Chips } from '#ui';
import { actPaths } from '../urls.ts';

/** The chapters of steering the programme, each a step from the others. */
const WAYS = [
  { href: actPaths.list, words: 'Văn bản' },
  { href: '/chi-tieu', words: 'Kế hoạch và kết quả' },
  { href: '/ban-chi-dao', words: 'Ban chỉ đạo' },
  { href: '/can-bo-phu-trach', words: 'Cán bộ phụ trách' },
  { href: '/viec-duoc-giao', words: 'Việc được giao' },
  { href: '/tap-huan', words: 'Tập huấn' },
  { href: '/ho-tro', words: 'Hỗ trợ' },
] as const;

const OPEN: readonly string[] = [actPaths.list, '/chi-tieu'];

/** Leads from one chapter of steering to the others; bodies, officers and tasks are only for offices. */
export function SteeringWays({ here, offices }: { here: (typeof WAYS)[number]['href']; offices: boolean }) {
  const ways = offices ? WAYS : WAYS.filter(({ href }) => OPEN.includes(href));
  return <Chips label="Điều hành Chương trình" chips={ways.map((way) => ({ ...way, on: way.href === here }))} />;
}
