import { type DossierRecord, officePaths } from '#features/dossiers';
import { Button, DateField, FileField, Form, FormEnd, type FormState, formatDay, TextArea, TextField } from '#ui';

interface Props {
  readonly dossier: DossierRecord;
  readonly advice:
    | {
        readonly number: string;
        readonly dated: string;
        readonly summary: string | null;
        readonly proposal: string | null;
      }
    | undefined;
  /** 'Tổ tư vấn', and whose council waits for its report: 'Hội đồng'. */
  readonly team: string;
  readonly council: string;
  readonly action: string;
  readonly state: FormState;
}

/** The report of an advisory team on a dossier: number, day, file, summary; the same at both levels. */
export function AdviceForm({ dossier, advice, team, council, action, state }: Props) {
  return (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Báo cáo của {team}</h1>
        <p class="ink2">Phiên họp {council} chỉ bắt đầu khi hồ sơ đã có báo cáo này.</p>
      </div>
      <Form action={action} state={state} version={dossier.version} class="stack-5" files>
        <TextField
          name="number"
          label="Số báo cáo"
          hint="Ví dụ: 12/BC-TTV"
          value={advice?.number}
          width="mid"
          maxLength={100}
        />
        <DateField name="dated" label="Ngày báo cáo" value={advice && formatDay(advice.dated)} />
        <FileField
          name="file"
          label={`Báo cáo của ${team}`}
          hint="PDF, ảnh, Word hoặc Excel, tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
          paper
          parts="office"
          optional
        />
        <TextArea name="summary" label="Tóm tắt" value={advice?.summary} rows={4} maxLength={4000} optional />
        <TextArea name="proposal" label="Đề xuất" value={advice?.proposal} rows={3} maxLength={4000} optional />
        <FormEnd>
          <Button kind="main">Ghi báo cáo</Button>
          <Button kind="bare" href={`${officePaths.list}/${dossier.id}`}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
