import { mayWatch, meetingStamp } from '#features/councils';
import { byId } from '#platform/http/fields';
import { read } from '#platform/http/read';
import { roomRow } from './schema.ts';

/** What every screen of the room asks every few seconds: has anything changed? Answers 304 when not. */
export const followRoom = read({
  name: 'session.follow',
  title: 'Theo dõi phiên họp',
  permission: 'session.read',
  params: byId,
  subject: ({ id }) => id,
  output: roomRow,
  run: async (ctx, { id }) => ({ stamp: await meetingStamp(ctx.db, id, await mayWatch(ctx, id)) }),
});
