import { evidenceWords } from '#law/dossier';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { FactsList, formatDay, formatSize, Note, PrintSheet } from '#ui';
import { type FiledPart, filedParts } from '../filed.ts';
import { asFiled } from '../filing.ts';
import type { SelfScoredPart } from '../papers/form02.ts';
import { form02Data } from '../print-data.ts';
import { setWords } from '../progress.ts';
import { slipsOf } from '../queries.ts';
import { getDossier } from '../record.ts';
import { applicationKinds } from '../schema.ts';
import { sheetOf } from '../sheet.ts';
import { dossierPath } from '../urls.ts';
import type { WalletPaper } from '../wallet.ts';
import { writes } from '../writing.ts';
import { dossierHead } from './parts.tsx';

/**
 * The whole dossier as it was last handed in, to read and to print: answers, self-score sheet, papers, under the seal they
 * were filed with. What is mended after a return is not among it. The writer's own only.
 */
export const filedPage = page({
  permission: 'dossier.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const now = await getDossier(ctx.db, id);
    if (!writes(ctx.actor, now)) throw notFound();
    const filed = await asFiled(ctx.db, now);
    if (filed === null) return redirect(dossierPath(id));
    const { dossier, papers } = filed;
    const [slips, sheet, { parts, total, maxTotal }] = await Promise.all([
      slipsOf(ctx.db, id),
      sheetOf(dossier),
      form02Data(dossier, papers),
    ]);
    return {
      ...filed,
      slip: slips.find(({ body }) => body === 'commune'),
      set: sheet.set,
      parts,
      total,
      maxTotal,
    };
  },
  head: ({ dossier }) => dossierHead('Hồ sơ đã nộp', dossier.id),
  view: ({ dossier, papers, filedOn, hash, slip, set, parts, total, maxTotal }) => (
    <>
      {dossier.state === 'returned' && (
        <div class="noprint mb-4">
          <Note kind="soon" icon="back" title="Hồ sơ đang được bổ sung.">
            Dưới đây là bản đã nộp ngày {formatDay(filedOn)}. <a href={dossierPath(dossier.id)}>Phần đang sửa</a> chưa
            có ở đây cho đến khi nộp lại.
          </Note>
        </div>
      )}
      <p class="sm mut noprint mb-4">Dùng lệnh In của trình duyệt để in hoặc lưu thành PDF.</p>
      <PrintSheet
        title={`Hồ sơ ${dossier.product.name}`}
        sub={`${applicationKinds[dossier.kind]} · ${setWords(set)}`}
        foot={<span class="break-all">Mã kiểm tra nội dung khi nộp (SHA-256): {hash}</span>}
      >
        <FactsList
          facts={[
            { term: 'Chủ thể', value: dossier.producer.name },
            slip && { term: 'Phiếu số', value: slip.text },
            { term: 'Ngày nộp', value: formatDay(filedOn) },
            { term: 'Nơi nhận', value: dossier.commune.name },
          ]}
        />
        {filedParts(dossier, papers).map((part) => (
          <Answers key={part.title} {...part} />
        ))}
        <section class="stack">
          <h2 class="text-lg">
            Bảng tự chấm: {total}/{maxTotal} điểm
          </h2>
          {parts.map((part) => (
            <Scores key={part.title} {...part} />
          ))}
        </section>
        <Papers papers={papers} />
      </PrintSheet>
    </>
  ),
});

function Answers({ title, answers }: FiledPart) {
  return (
    <section class="stack-2">
      <h2 class="text-lg">{title}</h2>
      <dl>
        {answers.map(({ term, value }) => (
          <div key={term} class="answer">
            <dt class="sm">{term}</dt>
            <dd class="whitespace-pre-line break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Scores({ title, points, maxPoints, criteria }: SelfScoredPart) {
  return (
    <section class="stack-2">
      <h3>
        {title}: {points}/{maxPoints} điểm
      </h3>
      <ul class="stack-2">
        {criteria.map((one) => (
          <li key={one.code} class="break-inside-avoid">
            <p>
              <b>
                {one.code}. {one.title}: {one.points}/{one.maxPoints} điểm
              </b>
            </p>
            <p>{one.chosen ?? 'Không chọn mức nào'}</p>
            {one.description && <p class="whitespace-pre-line">Giải trình: {one.description}</p>}
            {one.evidence.length > 0 && <p class="sm">Minh chứng: {one.evidence.join('; ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Papers({ papers }: { papers: readonly WalletPaper[] }) {
  return (
    <section class="stack-2">
      <h2 class="text-lg">Giấy tờ: {papers.length}</h2>
      {papers.length === 0 && <p>Hồ sơ không kèm giấy tờ nào.</p>}
      <ol class="stack-2 list-decimal pl-6">
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={`/tep/${paper.file.id}`}>{paper.title}</a>
            <span class="sm block">{paperWords(paper)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function paperWords({ kind, number, issuer, issuedOn, endsOn, file, criteria }: WalletPaper): string {
  return [
    evidenceWords(kind)?.name ?? 'Giấy tờ khác',
    number && `số ${number}`,
    issuer,
    issuedOn && `cấp ngày ${formatDay(issuedOn)}`,
    endsOn && `hạn đến ${formatDay(endsOn)}`,
    `${file.name}, ${formatSize(file.size)}`,
    criteria.length > 0 && `dùng cho tiêu chí ${criteria.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
