import { producerPaths } from '#features/producers';
import { Button, Checkboxes, Form, FormEnd, type FormState, TextField } from '#ui';
import type { Attended, Training } from '../queries.ts';
import { trainingPaths } from '../urls.ts';

interface ProducersProps {
  readonly training: Training;
  readonly attended: readonly Attended[];
  /** Producers that may be added; null for who may not change the list. */
  readonly offered: readonly Attended[] | null;
  readonly tim: string | undefined;
  readonly state: FormState;
}

const choicesOf = (rows: readonly Attended[]) =>
  rows.map(({ id, name, place }) => ({ value: id, label: name, hint: place ?? undefined }));

/** Producers known to have taken part; found by name and added, or taken off. */
export function Producers({ training, attended, offered, tim, state }: ProducersProps) {
  return (
    <section class="stack-5" aria-labelledby="chu-the">
      <h2 class="text-lg" id="chu-the">
        Chủ thể đã dự ({attended.length})
      </h2>
      {attended.length === 0 ? (
        <p class="ink2">Chưa ghi chủ thể nào có tên. Số người ở trên vẫn tính.</p>
      ) : (
        <ul class="stack">
          {attended.map(({ id, name, place }) => (
            <li key={id}>
              <a class="inline-block py-1" href={producerPaths.one(id)}>
                {name}
              </a>
              {place && <span class="sm ink2 block">{place}</span>}
            </li>
          ))}
        </ul>
      )}
      {offered !== null && (
        <details class="box" open={tim !== undefined || state.errors.length > 0}>
          <summary>Thêm, bỏ chủ thể</summary>
          <div class="stack-5 mt-4">
            <Form action={trainingPaths.one(training.id)} method="get" label="Tìm chủ thể" class="row items-end">
              <TextField name="tim" label="Tìm tên chủ thể" value={tim} width="mid" optional />
              <Button>Tìm</Button>
            </Form>
            <Form action={trainingPaths.attend(training.id)} state={state} version={training.version} class="stack-5">
              {offered.length === 0 ? (
                <p class="ink2">Không thấy chủ thể nào khác trong địa bàn. Thử tên ngắn hơn.</p>
              ) : (
                <Checkboxes name="join" label="Đã dự" choices={choicesOf(offered)} optional="sometimes" />
              )}
              {attended.length > 0 && (
                <Checkboxes name="leave" label="Bỏ, ghi nhầm" choices={choicesOf(attended)} optional="sometimes" />
              )}
              <FormEnd>
                <Button kind="main">Lưu chủ thể đã dự</Button>
              </FormEnd>
            </Form>
          </div>
        </details>
      )}
    </section>
  );
}
