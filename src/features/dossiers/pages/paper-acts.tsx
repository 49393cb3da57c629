import type { FormSource } from '#platform/http/context';
import { Button, DateField, FileField, Form, FormEnd, formatDay, TextField } from '#ui';
import { PHOTO_KINDS } from '../guides.ts';
import type { WalletPaper } from '../wallet.ts';

export interface PaperActsProps {
  /** Address of the page; the acts' own are below it. */
  base: string;
  version: number;
  ctx: FormSource;
  paper: WalletPaper;
  /** May it leave, be replaced or turned? */
  changeable: boolean;
  first: boolean;
  last: boolean;
  /** "Bỏ khỏi hồ sơ" or from a criterion; it stays in the wallet. */
  leave: string;
}

/** What may be done to a paper of the dossier, each with a button of its own (U16): turn, reorder, replace, leave out. */
export function PaperActs({ base, version, ctx, paper, changeable, first, last, leave }: PaperActsProps) {
  const { id, title, file } = paper;
  const move = ctx.form('dossier.movePaper', id);
  const to = (act: string) => `${base}/${act}/${id}`;
  return (
    <>
      <div class="row tight">
        {changeable && file.type.startsWith('image/') && (
          <Form action={to('quay')} state={ctx.form('dossier.turnPaper', id)} version={version}>
            <Button small icon="turn" label={`Quay ảnh: ${title}`} busy="Đang quay…">
              Quay ảnh
            </Button>
          </Form>
        )}
        {!first && (
          <Form action={to('chuyen')} state={move} version={version} hidden={{ way: 'up' }}>
            <Button small label={`Lên: ${title}`}>
              Lên
            </Button>
          </Form>
        )}
        {!last && (
          <Form action={to('chuyen')} state={move} version={version} hidden={{ way: 'down' }} summary={false}>
            <Button small label={`Xuống: ${title}`}>
              Xuống
            </Button>
          </Form>
        )}
        {changeable && (
          <Form action={to('bo')} state={ctx.form('dossier.uncitePaper', id)} version={version}>
            <Button small kind="bare" icon="cross" label={`${leave}: ${title}`}>
              {leave}
            </Button>
          </Form>
        )}
      </div>
      {changeable && <Replace base={base} version={version} ctx={ctx} paper={paper} />}
    </>
  );
}

function Replace({ base, version, ctx, paper }: Pick<PaperActsProps, 'base' | 'version' | 'ctx' | 'paper'>) {
  const state = ctx.form('dossier.replacePaper', paper.id);
  // A photo of a thing has neither number nor days, unless they were given.
  const known = !PHOTO_KINDS.includes(paper.kind) || [paper.number, paper.issuedOn, paper.endsOn].some(Boolean);
  const failed = state.errors.length > 0 || state.message !== undefined;
  return (
    <details class="stack" open={failed || paper.verdict === 'fail'}>
      <summary class="btn small">Thay bằng tệp khác</summary>
      <div class="mt-4">
        <Form
          action={`${base}/thay/${paper.id}`}
          state={state}
          version={version}
          files
          label={`Thay ${paper.title} bằng tệp khác`}
        >
          <div class="fields">
            <FileField name="file" label="Tệp thay" accept={PAPER_TYPES} paper parts="evidence" />
            {known && <Known paper={paper} />}
          </div>
          <FormEnd>
            <Button icon="swap" busy="Đang tải lên…">
              Thay tệp
            </Button>
          </FormEnd>
        </Form>
      </div>
    </details>
  );
}

/** What is written on the paper, as the old one had it. */
function Known({ paper: { number, issuedOn, endsOn } }: { paper: WalletPaper }) {
  const shown = (day: string | null) => (day === null ? undefined : formatDay(day));
  return (
    <>
      <TextField name="number" label="Số, ký hiệu" value={number} optional width="mid" maxLength={300} />
      <DateField name="issuedOn" label="Ngày cấp" value={shown(issuedOn)} optional />
      <DateField name="endsOn" label="Ngày hết hạn" value={shown(endsOn)} optional />
    </>
  );
}

/** What a field for papers offers to choose. */
export const PAPER_TYPES = 'image/jpeg,image/png,image/webp,application/pdf';
