import {
  AdviceShown,
  advicePaths,
  adviceWork,
  citedPapers,
  confirmedYears,
  dossierPath,
  draftOf,
  dueTerm,
  getDossier,
  type Matter,
  mattersOf,
  matterWords,
  memberOn,
  officePaths,
  partsOf,
  standing,
} from '#features/dossiers';
import { lawSettings } from '#law/settings';
import type { ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { settingsOn } from '#platform/settings';
import {
  Button,
  Checkboxes,
  FileField,
  Form,
  FormEnd,
  type FormState,
  formatDay,
  Icon,
  Note,
  TermWords,
  TextArea,
} from '#ui';
import { teamProvince } from '../acts.ts';
import { Colleagues, Earlier, Files, PartShown } from './part-words.tsx';

/** A member's own part of the report: written beside the papers, saved as often as wanted, handed in once (Art. 7.3.c, 7.4.c). */
export const ownPartPage = page({
  permission: 'advice.readPart',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  load: loadOwnPart,
  head: ({ dossier }) => ({
    title: `Phần thẩm tra – ${dossier.product.name}`,
    here: advicePaths.own,
  }),
  view: (data, ctx) => (
    <div class="stack-5">
      <Head data={data} />
      <Ways data={data} />
      {data.back && (
        <Note kind="soon" icon="back" title={`Trả lại ngày ${formatDay(data.back.on)}, cần sửa:`}>
          {data.back.why}
        </Note>
      )}
      {data.now ? (
        <section class="stack" aria-labelledby="da-nop">
          <h2 class="text-lg" id="da-nop">
            Đã nộp ngày {formatDay(data.now.handedOn)}
          </h2>
          <PartShown words={data.now} matters={data.matters} />
        </section>
      ) : data.mayWrite ? (
        <Write data={data} save={ctx.form('dossier.savePart')} handIn={ctx.form('dossier.handInPart')} />
      ) : (
        <Note kind="info" title="Hội đồng đang xem xét hồ sơ.">
          Bạn còn đọc được hồ sơ, phần thẩm tra không viết thêm.
        </Note>
      )}
      <Earlier handed={data.handed} matters={data.matters} />
      {data.member.leader && <Colleagues parts={data.colleagues} matters={data.matters} />}
      <AdviceShown id={data.dossier.id} work={data.work} day={data.day} answers={false} />
    </div>
  ),
});

type Data = Awaited<ReturnType<typeof loadOwnPart>>;

async function loadOwnPart(ctx: ReadContext, { id }: { id: string }) {
  const dossier = await getDossier(ctx.db, id);
  const member = await memberOn(ctx.db, dossier, ctx.actor.account);
  if (!member) throw notFound();
  const [draft, parts, matters, work, papers, years, settings] = await Promise.all([
    draftOf(ctx.db, dossier, member.id),
    partsOf(ctx.db, dossier),
    mattersOf(dossier),
    adviceWork(ctx.db, id),
    citedPapers(ctx.db, id),
    confirmedYears(ctx.db),
    settingsOn(ctx.db, ctx.day, teamProvince(dossier)),
  ]);
  const handed = parts.find((one) => one.member === member.id)?.handed ?? [];
  const last = handed.at(-1);
  const mayWrite = await ctx.may('dossier.savePart', id);
  return {
    ...{ dossier, member, draft, handed, matters, work, papers, mayWrite, day: ctx.day },
    colleagues: parts.filter((one) => one.member !== member.id),
    now: standing({ handed }),
    back: last?.givenBackOn ? { on: last.givenBackOn, why: last.givenBackWhy } : undefined,
    mayAsk: mayWrite && lawSettings(settings).membersAsk,
    term: dueTerm(member.dueOn, ctx.day, years),
  };
}

function Head({ data: { dossier, term, now } }: { data: Data }) {
  return (
    <div class="row between">
      <div>
        <p class="mb-1">
          <a class="crumb" href={advicePaths.own}>
            <Icon name="left" />
            Việc của tôi
          </a>
        </p>
        <h1>Phần thẩm tra của tôi</h1>
        <p class="ink2">
          {dossier.product.name} · {dossier.producer.name}
        </p>
      </div>
      {term && !now && (
        <div>
          <p class="sm mut">Hạn nộp phần của bạn</p>
          <TermWords {...term} />
        </div>
      )}
    </div>
  );
}

/** The dossier with its papers, and what a member may do besides writing. */
function Ways({ data: { dossier, papers, mayAsk, mayWrite } }: { data: Data }) {
  return (
    <div class="row tight">
      <Button href={dossierPath(dossier.id)} icon="papers">
        Đọc hồ sơ
      </Button>
      {papers.length > 0 && (
        <Button href={officePaths.reader(dossier.id)} icon="lens">
          Giấy tờ ({papers.length})
        </Button>
      )}
      {mayAsk && (
        <Button href={advicePaths.ask(dossier.id)} icon="send">
          Đề nghị bổ sung
        </Button>
      )}
      {mayWrite && (
        <Button href={advicePaths.newVisit(dossier.id)} icon="place">
          Ghi khảo sát
        </Button>
      )}
    </div>
  );
}

function Write({ data, save, handIn }: { data: Data; save: FormState; handIn: FormState }) {
  const { dossier, member, draft, matters } = data;
  const written = Object.keys(draft.findings).length;
  return (
    <>
      <Form
        action={advicePaths.part(dossier.id)}
        state={save}
        version={draft.version}
        hidden={{ member: member.id }}
        class="stack-5 max-w-[44rem]"
        label="Phần thẩm tra của tôi"
        files
      >
        <p class="ink2">Viết nội dung bạn phụ trách, bỏ trống nội dung khác. Chưa nộp thì chỉ mình bạn thấy.</p>
        {matters.map((matter) => (
          <div key={matter.code} class="stack-2">
            <TextArea
              name={`findings.${matter.code}`}
              label={matterWords(matter)}
              value={draft.findings[matter.code]}
              rows={draft.findings[matter.code] ? 4 : 2}
              maxLength={3000}
              optional="sometimes"
            />
            <Cited data={data} matter={matter} />
          </div>
        ))}
        <TextArea
          name="proposal"
          label="Đề xuất với Hội đồng"
          value={draft.proposal}
          rows={3}
          maxLength={3000}
          optional
        />
        <FileField
          name="files"
          label="Tài liệu kèm theo"
          hint="PDF, ảnh, Word hoặc Excel, tối đa 20 MB mỗi tệp."
          multiple
          parts="office"
          optional
        />
        <Files files={draft.files} />
        {draft.files.length > 0 && (
          <Checkboxes
            name="drop"
            label="Bỏ tệp khi lưu"
            values={[]}
            choices={draft.files.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <FormEnd>
          <Button kind={written === 0 ? 'main' : 'plain'} busy="Đang lưu…">
            Lưu
          </Button>
        </FormEnd>
      </Form>
      {written > 0 && (
        <Form
          action={advicePaths.handIn(dossier.id)}
          state={handIn}
          version={draft.version}
          hidden={{ member: member.id }}
          class="box stack max-w-[44rem]"
          label="Nộp phần thẩm tra"
        >
          <p>Đã lưu {written} nội dung. Nộp rồi thì không sửa được nữa, báo cáo của Tổ ghi phần này kèm tên bạn.</p>
          <Button kind="main">Nộp phần đã lưu</Button>
        </Form>
      )}
    </>
  );
}

/** Papers the producer hangs on criteria of a matter. */
function Cited({ data: { dossier, papers }, matter }: { data: Data; matter: Matter }) {
  const here = papers.filter(({ criteria }) =>
    criteria.some((code) => code === matter.code || code.startsWith(`${matter.code}.`)),
  );
  if (here.length === 0) return null;
  return (
    <p class="sm row tight">
      <span class="mut">Minh chứng:</span>
      {here.map((paper) => (
        <a key={paper.id} class="line" href={officePaths.reader(dossier.id, paper.id)}>
          {paper.title}
        </a>
      ))}
    </p>
  );
}
