import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { ConfirmationPage, TextArea } from '#ui';
import { findSession } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** Before a session is cancelled: what happens to its dossiers and who is told (U11). */
export const cancelSessionPage = page({
  permission: 'session.cancel',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = await findSession(ctx.db, id);
    if (!session) throw notFound();
    return session.state === 'preparing' ? { session } : redirect(councilPaths.session(id));
  },
  head: ({ session }) => ({ title: `Hủy phiên: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session }, ctx) => (
    <ConfirmationPage
      question="Hủy phiên này?"
      thing={session.title}
      consequences={[
        { icon: 'bar', words: 'Phiên đã hủy không mở lại được. Lập phiên khác khi cần.' },
        {
          icon: 'swap',
          words:
            session.dossiers.length > 0
              ? `${session.dossiers.length} hồ sơ của phiên trở lại đợt và xếp được vào phiên khác.`
              : 'Phiên chưa có hồ sơ nào.',
        },
        { icon: 'mail', words: 'Mọi thành viên Hội đồng được báo kèm lý do ngay khi bạn xác nhận.' },
      ]}
      action={councilPaths.cancel(session.id)}
      state={ctx.form('session.cancel')}
      version={session.version}
      act="Hủy phiên"
      stop
      back={councilPaths.session(session.id)}
    >
      <TextArea name="reason" label="Lý do hủy phiên" rows={4} maxLength={2000} />
    </ConfirmationPage>
  ),
});
