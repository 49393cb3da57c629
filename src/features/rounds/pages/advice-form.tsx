import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  advicePaths,
  authorWords,
  type DossierRecord,
  type MemberPart,
  mattersOf,
  officePaths,
  partsOf,
  putTogether,
  standing,
} from '#features/dossiers';
import type { DB } from '#platform/db/schema.generated';
import { Button, DateField, FileField, Form, FormEnd, type FormState, formatDay, TextArea, TextField } from '#ui';

/** `ghep`: put the parts that members handed in together in the fields of the report. */
export const adviceQuery = z.object({ ghep: z.literal('co').optional().catch(undefined) });

/** The parts members handed in on a dossier, and their words put together. */
export async function adviceParts(db: Kysely<DB>, dossier: DossierRecord) {
  const parts = (await partsOf(db, dossier)).filter((one) => standing(one) !== undefined);
  return { parts, ...putTogether(parts, await mattersOf(dossier)) };
}

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
  readonly parts: { readonly parts: readonly MemberPart[]; readonly summary: string; readonly proposal: string };
  /** Wished for by the address: the fields begin with the parts put together. */
  readonly together: 'co' | undefined;
  /** 'Tổ tư vấn', and whose council waits for its report: 'Hội đồng'. */
  readonly team: string;
  readonly council: string;
  readonly action: string;
  readonly state: FormState;
}

/** The report of an advisory team on a dossier: number, day, file, summary; the same at both levels. */
export function AdviceForm({ dossier, advice, parts, together, team, council, action, state }: Props) {
  const filled = together === 'co' && parts.parts.length > 0;
  return (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Báo cáo của {team}</h1>
        <p class="ink2">Phiên họp {council} chỉ bắt đầu khi hồ sơ đã có báo cáo này.</p>
      </div>
      {parts.parts.length > 0 && (
        <section class="box stack-2 max-w-[44rem]" aria-labelledby="phan-da-nop">
          <h2 class="text-lg" id="phan-da-nop">
            Phần thành viên đã nộp ({parts.parts.length})
          </h2>
          <ul>
            {parts.parts.map((one) => (
              <li key={one.member}>
                <a class="line" href={advicePaths.memberPart(dossier.id, one.member)}>
                  {authorWords(one)}
                </a>
              </li>
            ))}
          </ul>
          {filled ? (
            <p class="sm ink2">Đã ghép vào Tóm tắt và Đề xuất bên dưới, sửa lại rồi ghi báo cáo.</p>
          ) : (
            <p>
              <Button href={`${action}?ghep=co`}>Ghép vào Tóm tắt và Đề xuất</Button>
            </p>
          )}
        </section>
      )}
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
        <TextArea
          name="summary"
          label="Tóm tắt"
          value={filled ? parts.summary : advice?.summary}
          rows={filled ? 12 : 4}
          maxLength={20000}
          optional
        />
        <TextArea
          name="proposal"
          label="Đề xuất"
          value={filled ? parts.proposal : advice?.proposal}
          rows={filled ? 5 : 3}
          maxLength={20000}
          optional
        />
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
