import { COMMUNE_MATTERS } from '#law/dossier';
import { Button, Note, type Task, TaskList } from '#ui';
import type { CheckProgress } from '../commune-read.ts';
import { officePaths } from '../commune-urls.ts';

/** What the commune still has to do before it may propose, and the two ways on. */
export function Checking({ dossier, progress }: { dossier: { readonly id: string }; progress: CheckProgress }) {
  const { papers, seen, failed, matters, code, left } = progress;
  const unseen = papers - seen;
  const tasks: Task[] = [
    {
      href: papers === 0 ? undefined : officePaths.reader(dossier.id),
      name: 'Kiểm tra giấy tờ',
      state: unseen === 0 ? 'done' : seen > 0 ? 'work' : 'missing',
      hint:
        papers === 0
          ? 'Chủ thể không nộp giấy tờ nào'
          : `Đã kiểm tra ${seen} trong ${papers} giấy tờ${failed > 0 ? `, ${failed} không đạt` : ''}`,
    },
    {
      href: officePaths.assess(dossier.id),
      name: 'Đánh giá bốn nội dung (Mẫu số 03)',
      state: matters === COMMUNE_MATTERS.length ? 'done' : matters > 0 ? 'work' : 'missing',
      hint: `Đã ghi ${matters} trong ${COMMUNE_MATTERS.length} nội dung`,
    },
    {
      href: officePaths.code(dossier.id),
      name: 'Mã số sản phẩm',
      state: code === null ? 'missing' : 'done',
      hint: code ?? 'Chưa cấp',
    },
  ];
  const wait = left.length === 0 ? undefined : `Chưa đề nghị được: ${left.join('; ')}.`;
  return (
    <section class="stack" aria-label="Việc cần làm">
      {failed > 0 && (
        <Note kind="soon" icon="warn" title={`${failed} giấy tờ không đạt.`}>
          Trả lại để chủ thể bổ sung, hoặc đề nghị tỉnh kèm nhận xét.
        </Note>
      )}
      <TaskList label="Việc của xã" tasks={tasks} />
      <div class="row items-start">
        <Button kind="main" href={officePaths.propose(dossier.id)} off={wait}>
          Đề nghị tỉnh đánh giá
        </Button>
        <Button href={officePaths.return(dossier.id)} icon="back">
          Trả lại để bổ sung
        </Button>
      </div>
    </section>
  );
}
