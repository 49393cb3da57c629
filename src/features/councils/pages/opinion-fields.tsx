import type { ExclusionGround } from '#law/dossier';
import { SelectField, TextArea } from '#ui';

interface Shown {
  readonly opinion: string | null;
  readonly exclusion: { readonly ground: string; readonly reason: string } | null;
  readonly grounds: readonly ExclusionGround[];
}

/** The end of a sheet: the member's opinion, and the ground of exclusion found, of those printed on it. */
export function OpinionFields({ opinion, exclusion, grounds }: Shown) {
  return (
    <>
      <TextArea name="opinion" label="Ý kiến" value={opinion} rows={4} optional />
      <details open={exclusion !== null}>
        <summary>Đề nghị loại hồ sơ</summary>
        <div class="stack-4 mt-4">
          <SelectField
            name="exclusion.ground"
            label="Căn cứ in trên phiếu"
            optional
            empty="Không đề nghị loại"
            value={exclusion?.ground}
            choices={grounds.map(({ text, criterion }) => ({
              value: text,
              label: criterion ? `Tiêu chí ${criterion}: ${text}` : text,
            }))}
          />
          <TextArea name="exclusion.reason" label="Lý do" value={exclusion?.reason} rows={3} optional />
        </div>
      </details>
    </>
  );
}
