import type { Extension, ExtensionEnd } from '#features/registry';
import { basisText } from '#law/answers';
import { CERTIFICATE_PARAMETERS, EXTENSION_BASIS, EXTENSION_WORDS } from '#law/certificate';
import { inForce } from '#law/parameters';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  DataTable,
  DateField,
  FactsList,
  FileField,
  Form,
  type FormState,
  formatDay,
  Icon,
  Note,
  TextField,
} from '#ui';
import { type ExtensionFacts, extensionFacts } from '../extension.ts';
import { certificatePaths } from '../urls.ts';

interface Data {
  readonly facts: ExtensionFacts;
  readonly mayNote: boolean;
  readonly mayReadDossier: boolean;
  readonly day: string;
}

/** A certificate prolonged by law: why, from when to when, what ended it; the office's notice of it (Art. 12.3; R8.7). */
export const extensionPage = page({
  permission: 'certificate.print',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const facts = await extensionFacts(ctx.db, id);
    if (!facts) throw notFound();
    const [mayNote, mayReadDossier] = await Promise.all([
      facts.state === 'inForce' && ctx.may('recognition.noteExtension', id),
      ctx.may('dossier.read', facts.extension.dossier),
    ]);
    return { facts, mayNote, mayReadDossier, day: ctx.day };
  },
  head: ({ facts }, ctx) => ({
    title: `Kéo dài hiệu lực: ${facts.product}`,
    here: ctx.actor.role === 'producer' ? '/cua-toi/chung-nhan' : certificatePaths.list,
  }),
  view: (data, ctx) => <Shown {...data} state={ctx.form('recognition.noteExtension')} />,
});

const ENDS: Readonly<Record<ExtensionEnd, string>> = {
  recognised: 'đã công nhận lại',
  notRecognised: 'kết quả dưới 3 sao',
  excluded: 'hồ sơ bị loại',
  withdrawn: 'chủ thể rút hồ sơ',
};

/** The most days a certificate is prolonged by, in the law of the day. */
const longest = (day: string) => inForce(CERTIFICATE_PARAMETERS.extensionDays, day).value;

/** Where a prolongation stands on a day, in one sentence. */
function standing({ startsOn, endsOn, endedOn, endReason }: Extension, day: string): string {
  if (endedOn !== null && endReason !== null) {
    return endedOn < startsOn
      ? `Không phát sinh: có kết quả ngày ${formatDay(endedOn)} (${ENDS[endReason]}), trước khi hết hạn.`
      : `Đã kết thúc ngày ${formatDay(endedOn)}: ${ENDS[endReason]}.`;
  }
  if (day > endsOn) return `Đã hết thời gian kéo dài, giấy hết hiệu lực từ sau ngày ${formatDay(endsOn)}.`;
  return day < startsOn
    ? `Bắt đầu từ ngày ${formatDay(startsOn)} nếu đến lúc đó chưa có kết quả.`
    : 'Đang kéo dài, chờ kết quả.';
}

function Shown({ facts, mayNote, mayReadDossier, day, state }: Data & { state: FormState }) {
  const { extension, notices } = facts;
  return (
    <div class="stack-5 max-w-[60rem]">
      <div>
        <p class="mb-1">
          <a class="crumb" href={certificatePaths.certificate(encodeURIComponent(facts.code))}>
            <Icon name="left" />
            Trang kiểm tra giấy chứng nhận
          </a>
        </p>
        <h1>Kéo dài hiệu lực: {facts.product}</h1>
        <p class="ink2">{facts.producer}</p>
      </div>
      <Note kind="info" icon="calendar">
        {standing(extension, day)}
      </Note>
      <FactsList
        facts={[
          { term: 'Giấy chứng nhận', value: facts.number ?? 'Nguồn không ghi số' },
          { term: 'Hết hạn', value: formatDay(facts.expiresOn) },
          { term: 'Kéo dài từ', value: formatDay(extension.startsOn) },
          { term: 'Không quá', value: formatDay(extension.endsOn), sub: `${longest(day)} ngày sau khi hết hạn` },
          { term: 'Vì', value: EXTENSION_WORDS[extension.why] },
          { term: 'Căn cứ', value: basisText(EXTENSION_BASIS) },
          {
            term: 'Hồ sơ',
            value: mayReadDossier ? (
              <a href={`/ho-so/${extension.dossier}`}>Hồ sơ đánh giá lại</a>
            ) : (
              'Hồ sơ đánh giá lại'
            ),
            sub: facts.filedOn !== null && `Nộp ngày ${formatDay(facts.filedOn)}`,
          },
        ]}
      />
      {facts.earlier.length > 0 && (
        <p class="sm">
          Lần trước: {facts.earlier.map((one) => `từ ${formatDay(one.startsOn)}, ${standing(one, day)}`).join(' ')}
        </p>
      )}
      {notices.length > 0 && (
        <DataTable
          rows={notices}
          caption="Thông báo đã ghi"
          showCaption
          keyOf={(row) => row.id}
          columns={[
            { head: 'Số', rowHead: true, cell: (row) => row.number },
            { head: 'Ngày', cell: (row) => formatDay(row.dated) },
            { head: 'Người ký', cell: (row) => row.signatory ?? 'Chưa ghi' },
            { head: 'Tệp', cell: (row) => (row.file ? <a href={`/tep/${row.file}`}>Tải bản đã ký</a> : 'Không kèm') },
          ]}
        />
      )}
      {mayNote && <NoticeForm facts={facts} state={state} />}
    </div>
  );
}

function NoticeForm({ facts, state }: { facts: ExtensionFacts; state: FormState }) {
  const paper = certificatePaths.extension(facts.recognition);
  return (
    <section class="stack" aria-labelledby="thong-bao">
      <div class="sechd">
        <h2 id="thong-bao">Thông báo của cơ quan</h2>
      </div>
      <p class="ink2">Việc kéo dài có hiệu lực theo luật, không chờ thông báo. Thông báo để xã và chủ thể biết.</p>
      <div class="row tight">
        <Button href={`${paper}.docx`} icon="paper" download>
          Dự thảo (Word)
        </Button>
        <Button href={`${paper}.pdf`} icon="paper" download>
          Dự thảo (PDF)
        </Button>
      </div>
      <Form action={paper} state={state} version={facts.version} files class="box" label="Ghi thông báo">
        <div class="stack-4">
          <div class="row items-end">
            <TextField name="number" label="Số thông báo" hint="Ví dụ: 57/TB-SNNMT" width="mid" />
            <DateField name="dated" label="Ngày thông báo" />
          </div>
          <TextField name="signatory" label="Người ký" optional maxLength={200} />
          <FileField name="file" label="Bản đã ký" accept=".pdf,image/*" optional />
          <Button kind="main">Ghi thông báo</Button>
        </div>
      </Form>
    </section>
  );
}
