import { z } from 'zod';
import { councilPaths, findSession, steppedBackFrom } from '#features/councils';
import { getDossier, sheetOf } from '#features/dossiers';
import { LAW_SETTINGS } from '#law/settings';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, calmTitle, EmptyState, Form, FormEnd, Icon, Note, TextArea } from '#ui';
import { type Note as MemberNote, notesOf, OPINION, untouchedTold } from '../told.ts';

/** Every note of a product's sheets, without names, for the office to choose what its producer will read. */
export const notesPage = page({
  permission: 'session.tellNotes',
  params: z.object({ id: uuid(), dossier: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, dossier }) {
    const session = await findSession(ctx.db, id);
    const hidden = await steppedBackFrom(ctx.db, id, ctx.actor.account);
    const opened = session?.state === 'opened' || session?.state === 'concluded';
    if (!session || !opened || hidden.has(dossier) || !session.dossiers.includes(dossier)) throw notFound();
    const record = await getDossier(ctx.db, dossier);
    const [{ index }, notes, others] = await Promise.all([
      sheetOf(record),
      notesOf(ctx.db, id, dossier),
      untouchedTold(ctx.db, ctx.day, session.province),
    ]);
    const groups = [...index.criteria.map(({ code, title }) => ({ code, title: `${code}. ${calmTitle(title)}` }))]
      .concat({ code: OPINION, title: 'Ý kiến chung' })
      .map((one) => ({ ...one, notes: onceEach(notes.filter(({ criterion }) => criterion === one.code)) }))
      .filter((one) => one.notes.length > 0);
    return { session, product: record.product.name, dossier, notes, groups, others };
  },
  head: ({ product }) => ({ title: `Nhận xét cho chủ thể xem: ${product}`, here: '/hoi-dong' }),
  view: ({ session, product, dossier, notes, groups, others }, ctx) => (
    <div class="stack-5 max-w-[52rem]">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.result(session.id, dossier)}>
            <Icon name="left" />
            Kết quả của {product}
          </a>
        </p>
        <h1>Nhận xét cho chủ thể xem</h1>
        <p class="ink2">{product}</p>
      </div>
      {notes.length === 0 ? (
        <EmptyState title="Các phiếu không ghi nhận xét nào" />
      ) : (
        <>
          <Note kind="info" title="Chủ thể và xã đọc sau khi kết quả được thông báo, không có tên người chấm.">
            Nhận xét nhắc tên hoặc chức vụ của người chấm thì không chọn. {LAW_SETTINGS.notesTold.explain}
          </Note>
          <Form
            action={councilPaths.notes(session.id, dossier)}
            state={ctx.form('session.tellNotes')}
            version={session.version}
            class="stack-5"
          >
            {groups.map(({ code, title, notes: here }) => (
              <section key={code} class="crit" aria-labelledby={`nx-${code}`}>
                <header>
                  <h2 class="col-span-full text-base" id={`nx-${code}`}>
                    {title}
                  </h2>
                </header>
                {here.map((note) => (
                  <OneNote key={note.key} note={note} on={note.told ?? others} />
                ))}
              </section>
            ))}
            <TextArea
              name="reason"
              label="Lý do không công bố các nhận xét còn lại"
              hint="Bắt buộc khi còn nhận xét không được chọn."
              rows={3}
              optional
              value={notes.find(({ reason }) => reason !== null)?.reason ?? undefined}
            />
            <FormEnd>
              <Button kind="main">Lưu lựa chọn</Button>
            </FormEnd>
          </Form>
        </>
      )}
    </div>
  ),
});

/** The same words of several members are decided together and stand once. */
const onceEach = (notes: readonly MemberNote[]) =>
  notes.filter((one, i) => notes.findIndex(({ text }) => text === one.text) === i);

function OneNote({ note, on }: { note: MemberNote; on: boolean }) {
  return (
    <label class="opt">
      <input class="rd" type="checkbox" name="published" value={note.key} checked={on} />
      <span class="x whitespace-pre-line">
        {note.text}
        {note.told === null && <span class="sm mut block">Chưa ai quyết</span>}
      </span>
    </label>
  );
}
