import { z } from 'zod';
import { adviceLevelOf, advicePaths, adviceWork, dossierPath, getDossier } from '#features/dossiers';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, FileField, Form, FormEnd, formatDay } from '#ui';
import { Frame } from './frame.tsx';

/** One visit: what was seen, its photos, its minutes to print and the signed ones. */
export const visitPage = page({
  permission: 'dossier.read',
  params: z.object({ id: uuid(), visit: uuid() }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id, visit: wanted }) {
    const dossier = await getDossier(ctx.db, id);
    const visit = (await adviceWork(ctx.db, id)).visits.find((one) => one.id === wanted);
    if (!visit) throw notFound();
    const ours = visit.level === adviceLevelOf(dossier);
    const mine = !ctx.actor.byName || visit.recordedBy === ctx.actor.account;
    return { dossier, visit, maySign: ours && mine && (await ctx.may('dossier.signVisit', id)) };
  },
  head: ({ dossier, visit }, ctx) => ({
    title: `Khảo sát thực tế ngày ${formatDay(visit.visitedOn)}`,
    here: ctx.actor.role === 'producer' ? '/cua-toi' : '/ho-so',
    up: { href: dossierPath(dossier.id), words: 'Về hồ sơ' },
  }),
  view: ({ dossier, visit, maySign }, ctx) => (
    <Frame dossier={dossier} title={`Khảo sát thực tế ngày ${formatDay(visit.visitedOn)}`} crumb={false}>
      <FactsList
        facts={[
          { term: 'Nơi khảo sát', value: visit.place, sub: visit.coordinates && `Tọa độ ${visit.coordinates}` },
          { term: 'Người tham gia', value: <span class="whitespace-pre-line">{visit.people}</span> },
          { term: 'Kết quả', value: <span class="whitespace-pre-line">{visit.findings}</span> },
          visit.proposal !== null && {
            term: 'Đề nghị',
            value: <span class="whitespace-pre-line">{visit.proposal}</span>,
          },
          {
            term: 'Biên bản đã ký',
            value:
              visit.minutesFile === null ? 'Chưa có' : <a href={`/tep/${visit.minutesFile}`}>Tải biên bản đã ký</a>,
          },
        ]}
      />
      {visit.photos.length > 0 && (
        <section class="stack" aria-labelledby="anh">
          <h2 class="text-lg" id="anh">
            Ảnh ({visit.photos.length})
          </h2>
          <ul class="row">
            {visit.photos.map((photo, i) => (
              <li key={photo.id}>
                <a href={`/tep/${photo.id}`} aria-label={`Ảnh ${i + 1}: ${photo.name}`}>
                  <img src={`/tep/${photo.id}/nho.webp`} width="120" height="120" alt="" loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="row tight">
        <Button href={`${advicePaths.visit(dossier.id, visit.id)}/bien-ban.docx`} icon="paper" download>
          Biên bản (Word)
        </Button>
        <Button href={`${advicePaths.visit(dossier.id, visit.id)}/bien-ban.pdf`} icon="paper" download>
          Biên bản (PDF)
        </Button>
      </div>
      {maySign && (
        <Form
          action={`${advicePaths.visit(dossier.id, visit.id)}/da-ky`}
          state={ctx.form('dossier.signVisit')}
          version={dossier.version}
          class="box stack-4"
          files
        >
          <FileField
            name="file"
            label={visit.minutesFile === null ? 'Biên bản đã ký' : 'Thay biên bản đã ký'}
            hint="PDF, ảnh hoặc Word, tối đa 20 MB."
            paper
            parts="office"
          />
          <FormEnd>
            <Button kind="main">Lưu biên bản đã ký</Button>
          </FormEnd>
        </Form>
      )}
    </Frame>
  ),
});
