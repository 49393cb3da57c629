import { z } from 'zod';
import { EVIDENCE, evidenceWords } from '#law/dossier';
import type { FormSource, ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Note } from '#ui';
import { PHOTO_KINDS } from '../guides.ts';
import { dossierPath, papersPath } from '../urls.ts';
import { citedPapers, otherPapers, type WalletPaper } from '../wallet.ts';
import { readWriting, type Writing } from '../writing.ts';
import { PaperActs } from './paper-acts.tsx';
import { AddPaper, AddPhotos, CiteButton, PaperGuide, PaperRow } from './paper-parts.tsx';
import { dossierHead } from './parts.tsx';

/** As many papers of the wallet are shown without being asked for. */
const FEW = 3;

interface Data extends Writing {
  readonly cited: readonly WalletPaper[];
  /** In the wallet, not yet in this dossier. */
  readonly others: readonly WalletPaper[];
  readonly kind: string | undefined;
}

async function load(ctx: ReadContext, id: string, kind: string | undefined): Promise<Data> {
  if (kind !== undefined && !evidenceWords(kind)) throw notFound();
  const writing = await readWriting(ctx, id);
  const [cited, others] = await Promise.all([
    citedPapers(ctx.db, id),
    otherPapers(ctx.db, writing.dossier.producer.id, id),
  ]);
  const ofKind = (paper: WalletPaper) => kind === undefined || paper.kind === kind;
  return { ...writing, cited: cited.filter(ofKind), others: others.filter(ofKind), kind };
}

/** All papers of a dossier, the wallet beside them, and a new one. */
export const papersPage = page({
  permission: 'dossier.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  load: (ctx, { id }) => load(ctx, id, undefined),
  head: ({ dossier }) => dossierHead('Giấy tờ', dossier.id),
  view: (data, ctx) => <Papers {...data} ctx={ctx} />,
});

/** The papers of one kind: what it is, what is there, what may be reused, a new one. */
export const paperKindPage = page({
  permission: 'dossier.read',
  params: byId.extend({ kind: z.string().max(10) }),
  subject: ({ id }) => id,
  shell: 'auto',
  load: (ctx, { id, kind }) => load(ctx, id, kind),
  head: ({ dossier, kind = '' }) => dossierHead(evidenceWords(kind)?.name ?? 'Giấy tờ', dossier.id),
  view: (data, ctx) => <Papers {...data} ctx={ctx} />,
});

function Papers({ dossier, returned, cited, others, kind, may, ctx }: Data & { ctx: ReadContext & FormSource }) {
  const words = kind === undefined ? undefined : evidenceWords(kind);
  const open = may('papers');
  const version = dossier.draftVersion;
  const base = papersPath(dossier.id, kind);
  const reasonOf = (paper: WalletPaper) =>
    returned?.items.find(({ target }) => target === `paper:${paper.id}` && paper.verdict === 'fail')?.reason;
  const wrong = cited.some(reasonOf);
  return (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>{words?.name ?? 'Giấy tờ của hồ sơ'}</h1>
        <p class="ink2 mt-2">
          {words?.requirement ?? 'Giấy tờ đã nộp lần trước dùng lại được. Một giấy tờ dùng được cho nhiều tiêu chí.'}
        </p>
      </div>
      {open && kind !== undefined && <PaperGuide dossier={dossier.id} kind={kind} open={cited.length === 0} />}
      {!open && <Note kind="info">Giấy tờ đang khóa, chỉ để xem.</Note>}
      {open && wrong && (
        <Note kind="soon" icon="back" title="Cách sửa:">
          Chọn tệp thay ở giấy tờ xã ghi không đạt.
        </Note>
      )}
      {cited.length > 0 && (
        <ul class="stack" aria-label="Đã có trong hồ sơ">
          {cited.map((paper, at) => (
            <PaperRow key={paper.id} paper={paper} day={ctx.day} reason={reasonOf(paper)}>
              {open && (
                <PaperActs
                  base={base}
                  version={version}
                  ctx={ctx}
                  paper={paper}
                  changeable={may(paper.verdict === null ? 'papers' : `paper:${paper.id}`)}
                  first={at === 0}
                  last={at === cited.length - 1}
                  leave="Bỏ khỏi hồ sơ"
                />
              )}
            </PaperRow>
          ))}
        </ul>
      )}
      {open && others.length > 0 && (
        <details class="stack" open={!wrong && others.length <= FEW}>
          <summary class="btn">Có sẵn trong kho giấy tờ ({others.length})</summary>
          <ul class="stack mt-4">
            {others.map((paper) => (
              <PaperRow key={paper.id} paper={paper} day={ctx.day}>
                <CiteButton
                  base={base}
                  version={version}
                  state={ctx.form('dossier.citePaper', paper.id)}
                  paper={paper.id}
                  words="Dùng lại cho hồ sơ này"
                />
              </PaperRow>
            ))}
          </ul>
        </details>
      )}
      {open && <AddSection base={base} version={version} ctx={ctx} kind={kind} more={cited.length > 0} />}
      <p>
        <Button kind="bare" icon="left" href={dossierPath(dossier.id)}>
          Về danh sách
        </Button>
      </p>
    </div>
  );
}

interface AddSectionProps {
  base: string;
  version: number;
  ctx: FormSource;
  kind: string | undefined;
  more: boolean;
}

/** A new paper, or several pictures at once: first what this kind usually is, the other folded. */
function AddSection({ base, version, ctx, kind, more }: AddSectionProps) {
  const kinds = kind === undefined ? EVIDENCE.map((one) => one.id) : [kind];
  const props = { base, version, kinds, fixed: kind !== undefined };
  const photos = ctx.form('dossier.addPhotos');
  const paper = ctx.form('dossier.addPaper');
  const photosFirst = kind !== undefined && PHOTO_KINDS.includes(kind);
  const failed = ({ errors, message }: typeof paper) => errors.length > 0 || message !== undefined;
  return (
    <>
      <section class="stack">
        <div class="sechd">
          <h2 class="text-lg">{photosFirst ? 'Thêm ảnh' : more ? 'Thêm tệp khác' : 'Thêm giấy tờ'}</h2>
        </div>
        {photosFirst ? <AddPhotos {...props} state={photos} /> : <AddPaper {...props} state={paper} />}
      </section>
      <details class="stack" open={failed(photosFirst ? paper : photos)}>
        <summary class="btn">{photosFirst ? 'Thêm tệp PDF hoặc giấy tờ' : 'Thêm nhiều ảnh cùng lúc'}</summary>
        <div class="mt-4">
          {photosFirst ? <AddPaper {...props} state={paper} /> : <AddPhotos {...props} state={photos} />}
        </div>
      </details>
    </>
  );
}
