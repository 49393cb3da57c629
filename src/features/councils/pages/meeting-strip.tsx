import type { ReadContext } from '#platform/http/context';
import { Icon } from '#ui';
import { findMeeting, mayWatch, meetingStamp } from '../meeting-read.ts';
import type { SheetView } from '../member-read.ts';
import { councilPaths } from '../urls.ts';

/** What a sheet shows of the meeting that goes on; null when none does. */
export interface Held {
  readonly current: string | null;
  readonly stamp: string;
}

export async function heldNow(ctx: ReadContext, session: string): Promise<Held | null> {
  const meeting = await findMeeting(ctx.db, session);
  if (!meeting || meeting.ended !== null) return null;
  const stamp = await meetingStamp(ctx.db, session, await mayWatch(ctx, session));
  return { current: meeting.current, stamp };
}

/** While the council meets: which product lies on the table, with the way to the own sheet on it. Follows by itself. */
export function MeetingStrip({ sheet, held }: { sheet: SheetView; held: Held }) {
  const own = sheet.pile.find(({ dossier }) => dossier === held.current);
  const props = { url: councilPaths.follow(sheet.session), stamp: held.stamp, part: '#dang-hop' };
  return (
    <p
      id="dang-hop"
      class="row line tight px-4 py-3"
      role="status"
      data-island="follow"
      data-props={JSON.stringify(props)}
    >
      <Icon name="hall" />
      <span>
        {own === undefined && 'Hội đồng đang họp.'}
        {own?.id === sheet.id && 'Hội đồng đang xem sản phẩm này.'}
        {own !== undefined && own.id !== sheet.id && (
          <>
            Hội đồng đang xem <a href={councilPaths.sheet(own.id)}>{own.product}</a>.
          </>
        )}{' '}
        <a href={councilPaths.room(sheet.session)}>Phiên họp</a>
      </span>
    </p>
  );
}
