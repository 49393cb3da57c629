import { Chips } from '#ui';
import { actPaths } from '../urls.ts';

/** The chapters of steering the programme, each a step from the others. */
const WAYS = [
  { href: actPaths.list, words: 'Văn bản' },
  { href: '/chi-tieu', words: 'Kế hoạch và kết quả' },
  { href: '/viec-duoc-giao', words: 'Việc được giao' },
] as const;

/** Leads from one chapter of steering to the others; tasks are only for who may read them. */
export function SteeringWays({ here, tasks }: { here: (typeof WAYS)[number]['href']; tasks: boolean }) {
  const ways = tasks ? WAYS : WAYS.filter(({ href }) => href !== '/viec-duoc-giao');
  return <Chips label="Điều hành Chương trình" chips={ways.map((way) => ({ ...way, on: way.href === here }))} />;
}
