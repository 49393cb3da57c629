import { z } from 'zod';
import { adviceLevelOf, advicePaths, adviceWork, dossierPath, getDossier, planState } from '#features/dossiers';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, FactsList, Form, FormEnd, formatDay, TextArea, TextField } from '#ui';
import { whenWords } from '../planning.ts';
import { Frame } from './frame.tsx';

/** One planned visit: when, where, who; its office records what was found, moves it or calls it off. */
export const plannedPage = page({
  permission: 'dossier.read',
  params: z.object({ id: uuid(), plan: uuid() }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id, plan: wanted }) {
    const dossier = await getDossier(ctx.db, id);
    const plan = (await adviceWork(ctx.db, id)).plans.find((one) => one.id === wanted);
    if (!plan) throw notFound();
    const ours = plan.level === adviceLevelOf(dossier) && (await ctx.may('dossier.moveVisit', id));
    return { dossier, plan, mayAct: ours && planState(plan) === 'open' };
  },
  head: ({ dossier, plan }, ctx) => ({
    title: `Hẹn khảo sát ngày ${formatDay(plan.visitOn)}`,
    here: ctx.actor.role === 'producer' ? '/cua-toi' : '/ho-so',
    up: { href: dossierPath(dossier.id), words: 'Về hồ sơ' },
  }),
  view: ({ dossier, plan, mayAct }, ctx) => {
    const [move, cancel] = [ctx.form('dossier.moveVisit'), ctx.form('dossier.cancelVisit')];
    return (
      <Frame dossier={dossier} title={`Hẹn khảo sát ngày ${formatDay(plan.visitOn)}`} crumb={false}>
        <FactsList
          facts={[
            {
              term: 'Tình trạng',
              value: plan.visit ? (
                <a href={advicePaths.visit(dossier.id, plan.visit)}>Đã khảo sát, xem kết quả</a>
              ) : plan.cancelledOn ? (
                `Đã hủy ngày ${formatDay(plan.cancelledOn)}`
              ) : (
                'Sắp khảo sát'
              ),
              sub: plan.cancelReason && `Lý do: ${plan.cancelReason}`,
            },
            {
              term: 'Ngày, giờ',
              value: whenWords(plan.visitOn, plan.startsAt),
              sub: plan.movedReason && `Đã dời ${plan.moves} lần. Lý do lần cuối: ${plan.movedReason}`,
            },
            { term: 'Nơi khảo sát', value: plan.place },
            { term: 'Người đến', value: <span class="whitespace-pre-line">{plan.people}</span> },
            plan.purpose !== null && {
              term: 'Nội dung, chuẩn bị',
              value: <span class="whitespace-pre-line">{plan.purpose}</span>,
            },
          ]}
        />
        {mayAct && (
          <>
            <p>
              <Button kind="main" href={`${advicePaths.newVisit(dossier.id)}?hen=${plan.id}`} icon="pen">
                Ghi kết quả khảo sát
              </Button>
            </p>
            <details class="box" open={move.errors.length > 0}>
              <summary class="line">Dời sang ngày khác</summary>
              <Form
                action={advicePaths.movePlan(dossier.id, plan.id)}
                state={move}
                version={dossier.version}
                class="stack-4"
              >
                <div class="row items-end">
                  <DateField name="visitOn" label="Ngày mới" value={formatDay(plan.visitOn)} />
                  <TextField
                    name="startsAt"
                    label="Giờ"
                    value={plan.startsAt ?? ''}
                    optional
                    width="short"
                    maxLength={20}
                  />
                </div>
                <TextField name="place" label="Nơi khảo sát" value={plan.place} maxLength={300} />
                <TextArea name="reason" label="Vì sao dời" rows={2} maxLength={1000} />
                <FormEnd>
                  <Button>Dời ngày và báo chủ thể</Button>
                </FormEnd>
              </Form>
            </details>
            <details class="box" open={cancel.errors.length > 0}>
              <summary class="line">Hủy hẹn</summary>
              <Form
                action={advicePaths.cancelPlan(dossier.id, plan.id)}
                state={cancel}
                version={dossier.version}
                class="stack-4"
              >
                <TextArea name="reason" label="Vì sao hủy" rows={2} maxLength={1000} />
                <FormEnd>
                  <Button kind="stop">Hủy hẹn và báo chủ thể</Button>
                </FormEnd>
              </Form>
            </details>
          </>
        )}
      </Frame>
    );
  },
});
