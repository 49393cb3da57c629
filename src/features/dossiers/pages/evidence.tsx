import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, calmTitle, criteriaBelow } from '#ui';
import { evidenceAt } from '../progress.ts';
import { sheetOf } from '../sheet.ts';
import { evidencePath, selfScorePath } from '../urls.ts';
import { citedPapers, otherPapers } from '../wallet.ts';
import { readWriting } from '../writing.ts';
import { PaperActs } from './paper-acts.tsx';
import { AddPaper, AddPhotos, CiteButton, PaperRow } from './paper-parts.tsx';
import { dossierHead } from './parts.tsx';

/** Evidence of one criterion: what hangs on it, a paper of the dossier or the wallet reused, or a new one. */
export const evidencePage = page({
  permission: 'dossier.read',
  params: byId.extend({ criterion: z.string().max(20) }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id, criterion }) {
    const writing = await readWriting(ctx, id);
    const { set } = await sheetOf(writing.dossier);
    const found = set.parts
      .flatMap((part) => part.criteria)
      .flatMap(criteriaBelow)
      .find(({ code }) => code === criterion);
    if (!found || !writing.may('papers'))
      throw notFound('Không mở được chỗ gắn minh chứng này. Về hồ sơ để xem bước hiện tại.');
    const cited = await citedPapers(ctx.db, id);
    const wallet = await otherPapers(ctx.db, writing.dossier.producer.id, id);
    return {
      dossier: writing.dossier,
      may: writing.may,
      criterion,
      title: found.title,
      kinds: evidenceAt(set, criterion),
      here: cited.filter(({ criteria }) => criteria.includes(criterion)),
      others: [...cited.filter(({ criteria }) => !criteria.includes(criterion)), ...wallet],
      day: ctx.day,
    };
  },
  head: ({ dossier, criterion }) => ({
    ...dossierHead(`Minh chứng cho tiêu chí ${criterion}`, dossier.id),
    up: { href: selfScorePath(dossier.id, criterion), words: 'Về bảng tự chấm' },
  }),
  view: ({ dossier, may, criterion, title, kinds, here, others, day }, ctx) => (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="sm mut">Minh chứng cho tiêu chí {criterion}</p>
        <h1>{calmTitle(title)}</h1>
      </div>
      {here.length > 0 && (
        <ul class="stack" aria-label="Đã gắn">
          {here.map((paper, at) => (
            <PaperRow key={paper.id} paper={paper} day={day}>
              <PaperActs
                base={evidencePath(dossier.id, criterion)}
                version={dossier.draftVersion}
                ctx={ctx}
                paper={paper}
                changeable={may(paper.verdict === null ? 'papers' : `paper:${paper.id}`)}
                first={at === 0}
                last={at === here.length - 1}
                leave="Bỏ khỏi tiêu chí này"
              />
            </PaperRow>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <section class="stack">
          <h2 class="text-lg">Dùng giấy tờ đã có</h2>
          <ul class="stack">
            {others.map((paper) => (
              <PaperRow key={paper.id} paper={paper} day={day}>
                <CiteButton
                  base={evidencePath(dossier.id, criterion)}
                  version={dossier.draftVersion}
                  state={ctx.form('dossier.citePaper', paper.id)}
                  paper={paper.id}
                  words="Gắn vào tiêu chí này"
                />
              </PaperRow>
            ))}
          </ul>
        </section>
      )}
      <section class="stack">
        <div class="sechd">
          <h2 class="text-lg">Thêm giấy tờ mới</h2>
        </div>
        <AddPaper
          base={evidencePath(dossier.id, criterion)}
          version={dossier.draftVersion}
          state={ctx.form('dossier.addPaper')}
          kinds={kinds}
        />
        <details class="stack" open={ctx.form('dossier.addPhotos').errors.length > 0}>
          <summary class="btn">Thêm nhiều ảnh cùng lúc</summary>
          <div class="mt-4">
            <AddPhotos
              base={evidencePath(dossier.id, criterion)}
              version={dossier.draftVersion}
              state={ctx.form('dossier.addPhotos')}
              kinds={[]}
            />
          </div>
        </details>
      </section>
      <p>
        <Button kind="bare" icon="left" href={selfScorePath(dossier.id, criterion)}>
          Về bảng tự chấm
        </Button>
      </p>
    </div>
  ),
});
