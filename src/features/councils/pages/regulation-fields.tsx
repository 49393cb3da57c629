import type { ComponentChildren } from 'preact';
import { ACT_IN_FORCE } from '#law/act';
import { LAW_SETTINGS } from '#law/settings';
import { type FormState, Radios, TextField, Tick } from '#ui';
import {
  anonymousRules,
  ballotSpreads,
  gateBases,
  type Regulation,
  reEvaluationBys,
  spreadFollows,
  starBys,
  substituteRules,
} from '../schema.ts';

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The regulation of a council: each question the law leaves open, with what it is usually answered. */
export function RegulationFields({
  act,
  regulation,
  standing,
  state,
}: {
  act: string | undefined;
  regulation: Omit<Regulation, 'act'>;
  state: FormState;
  /** The council has its regulation already. */
  standing: boolean;
}) {
  return (
    <>
      <section class="stack-4" aria-labelledby="quy-che">
        <h2 id="quy-che">Quy chế hoạt động</h2>
        <p class="mut">
          {ACT_IN_FORCE.short} để các điểm này cho quy chế của Hội đồng.{' '}
          {standing ? 'Đây là các giá trị đang dùng.' : 'Điền sẵn theo thiết lập hiện hành; Hội đồng đặt khác được.'}
        </p>
        <TextField name="regulation.act" label="Quyết định ban hành quy chế" value={act} width="mid" />
        <div class="row items-end">
          <TextField
            name="regulation.quorumPercent"
            label="Tỷ lệ thành viên tối thiểu"
            unit="%"
            width="num"
            inputMode="numeric"
            value={String(regulation.quorumPercent)}
          />
          <TextField
            name="regulation.spreadLimit"
            label="Chênh lệch phải xem lại khi quá"
            unit="điểm"
            width="num"
            inputMode="numeric"
            value={String(regulation.spreadLimit)}
          />
        </div>
        <Tick
          name="regulation.chairRequired"
          label="Phải có Chủ tịch hoặc Phó Chủ tịch chấm"
          checked={regulation.chairRequired}
        />
        <Radios
          look="plain"
          name="regulation.substitutes"
          label={LAW_SETTINGS.substitutes.label}
          hint={LAW_SETTINGS.substitutes.explain}
          value={regulation.substitutes}
          choices={choicesOf(substituteRules)}
        />
        <Radios
          look="plain"
          name="regulation.spreadFollows"
          label="Khi chênh lệch quá mức"
          hint={LAW_SETTINGS.spreadFollows.explain}
          value={regulation.spreadFollows}
          choices={choicesOf(spreadFollows)}
        />
      </section>
      <Folded title="Hồ sơ ẩn danh" now={anonymousRules[regulation.anonymous]} fields={['anonymous']} state={state}>
        <Radios
          look="plain"
          name="regulation.anonymous"
          label={LAW_SETTINGS.anonymous.label}
          hint={LAW_SETTINGS.anonymous.explain}
          value={regulation.anonymous}
          choices={choicesOf(anonymousRules)}
        />
      </Folded>
      <Folded title="Xếp hạng sao" now={starBys[regulation.starBy]} fields={['starBy', 'gateBasis']} state={state}>
        <Radios
          look="plain"
          name="regulation.starBy"
          label={LAW_SETTINGS.starBy.label}
          hint={LAW_SETTINGS.starBy.explain}
          value={regulation.starBy}
          choices={choicesOf(starBys)}
        />
        <Radios
          look="plain"
          name="regulation.gateBasis"
          label="Cách xét điều kiện có dấu sao"
          hint={LAW_SETTINGS.gateBasis.explain}
          value={regulation.gateBasis}
          choices={choicesOf(gateBases)}
        />
      </Folded>
      <Folded
        title="Đánh giá lại"
        now={reEvaluationBys[regulation.reEvaluationBy]}
        fields={['reEvaluationBy', 'ballotDays', 'ballotAsks', 'ballotSpread']}
        state={state}
      >
        <Radios
          look="plain"
          name="regulation.reEvaluationBy"
          label="Hình thức"
          hint={LAW_SETTINGS.reEvaluationBy.explain}
          value={regulation.reEvaluationBy}
          choices={choicesOf(reEvaluationBys)}
        />
        <div class="row items-end">
          <TextField
            name="regulation.ballotDays"
            label="Thời hạn trả lời bằng văn bản"
            unit="ngày"
            width="num"
            inputMode="numeric"
            value={String(regulation.ballotDays)}
          />
          <TextField
            name="regulation.ballotAsks"
            label="Phải họp khi có từ"
            unit="người đề nghị"
            width="num"
            inputMode="numeric"
            value={String(regulation.ballotAsks)}
          />
        </div>
        <Radios
          look="plain"
          name="regulation.ballotSpread"
          label={LAW_SETTINGS.ballotSpread.label}
          hint={LAW_SETTINGS.ballotSpread.explain}
          value={regulation.ballotSpread}
          choices={choicesOf(ballotSpreads)}
        />
      </Folded>
    </>
  );
}

/** A part that is usually left as it is: closed, with what stands in it, unless something in it was refused. */
function Folded({
  title,
  now,
  fields,
  state,
  children,
}: {
  title: string;
  now: string;
  fields: readonly string[];
  state: FormState;
  children: ComponentChildren;
}) {
  const refused = state.errors.some(({ field }) => fields.some((name) => field === `regulation.${name}`));
  return (
    <details open={refused}>
      <summary>
        {title}: {now}
      </summary>
      <div class="stack-4 mt-4">{children}</div>
    </details>
  );
}
