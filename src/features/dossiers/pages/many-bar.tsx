import type { ReadContext } from '#platform/http/context';
import { Button } from '#ui';
import { manyPaths } from '../many-urls.ts';

/** The form the boxes of a list belong to. */
export const MANY_FORM = 'nhieu-ho-so';

/** An act the officer may do to many dossiers of a list: those in `state`. */
export interface ManyAct {
  readonly state: 'submitted' | 'proposed';
  readonly path: string;
  readonly words: string;
}

/** The act on many that is open to the actor's role; undefined for roles that have none. */
export async function manyActOf(ctx: ReadContext): Promise<ManyAct | undefined> {
  if (await ctx.may('dossier.receive'))
    return { state: 'submitted', path: manyPaths.receive, words: 'Tiếp nhận hồ sơ đã chọn' };
  if (await ctx.may('dossier.accept'))
    return { state: 'proposed', path: manyPaths.accept, words: 'Đưa hồ sơ đã chọn vào đợt' };
  return undefined;
}

/** Above a list: what to do with the boxes ticked, and a link that ticks all of the page; works without JavaScript. */
export function ManyBar({
  act,
  back,
  all,
  whole,
  count,
}: {
  act: ManyAct;
  back: string;
  all: boolean;
  whole: string;
  count: number;
}) {
  return (
    <form id={MANY_FORM} method="get" action={act.path} class="row manybar" aria-label="Việc với nhiều hồ sơ">
      <input type="hidden" name="ve" value={back} />
      <Button icon="check">{act.words}</Button>
      {all ? <a href={back}>Bỏ chọn cả trang</a> : <a href={whole}>Chọn cả trang ({count})</a>}
    </form>
  );
}
