import type { ComponentChildren } from 'preact';
import { EVIDENCE, evidenceWords } from '#law/dossier';
import type { FormState } from '#platform/http/context';
import {
  Button,
  DateField,
  ExamplePaper,
  FileField,
  Form,
  FormEnd,
  formatDay,
  formatSize,
  Icon,
  SelectField,
  StatusTag,
  TextField,
} from '#ui';
import { guideOf, PHOTO_KINDS } from '../guides.ts';
import { blankPath, paperPath } from '../urls.ts';
import type { WalletPaper } from '../wallet.ts';
import { PAPER_TYPES } from './paper-acts.tsx';

/** A paper with what is known of it; `children` are its acts. */
export function PaperRow({
  paper,
  day,
  reason,
  children,
}: {
  paper: WalletPaper;
  day: string;
  reason?: string | undefined;
  children?: ComponentChildren;
}) {
  const { title, kind, number, issuer, issuedOn, endsOn, file, criteria } = paper;
  const lapsed = endsOn !== null && endsOn < day;
  const known = [number && `Số ${number}`, issuer, issuedOn && `cấp ngày ${formatDay(issuedOn)}`].filter(Boolean);
  return (
    <li class="box stack-2">
      <div class="row tight line">
        {file.type.startsWith('image/') && (
          <img class="thumb" src={`/tep/${file.id}/nho.webp`} width="56" height="56" alt="" loading="lazy" />
        )}
        <p class="min-w-0 break-words">
          <a href={`/tep/${file.id}`}>
            <b>{title}</b>
          </a>
          <span class="sm mut block">
            {evidenceWords(kind)?.name ?? 'Giấy tờ khác'} · {fileWords(paper)}
          </span>
        </p>
      </div>
      {known.length > 0 && <p class="sm">{known.join(', ')}</p>}
      <p class="row tight sm">
        {reason ? (
          <StatusTag status="paper.fix" />
        ) : lapsed ? (
          <StatusTag status="certificate.expired" />
        ) : (
          <StatusTag status="paper.present" />
        )}
        {endsOn && <span>{lapsed ? `Hết hạn ${formatDay(endsOn)}` : `Còn hạn đến ${formatDay(endsOn)}`}</span>}
        {criteria.length > 0 && <span>Dùng cho tiêu chí {criteria.join(', ')}</span>}
        <a href={paperPath(paper.id)} aria-label={`Thông tin và nơi dùng: ${title}`}>
          Nơi dùng
        </a>
      </p>
      {reason && <p class="sm">Lý do: {reason}</p>}
      {children}
    </li>
  );
}

function fileWords({ file }: WalletPaper): string {
  const kind = file.type === 'application/pdf' ? `PDF, ${file.pages ?? 1} trang` : 'Ảnh';
  return `${kind}, ${formatSize(file.size)}`;
}

interface CiteProps {
  /** Address of the page the button stands on; the act's own is below it. */
  base: string;
  version: number;
  state: FormState;
  paper: string;
  words: string;
}

/** "Dùng lại cho hồ sơ này": one button. */
export function CiteButton({ base, version, state, paper, words }: CiteProps) {
  return (
    <Form action={`${base}/dung/${paper}`} state={state} version={version}>
      <Button small icon="plus">
        {words}
      </Button>
    </Form>
  );
}

interface AddProps {
  base: string;
  version: number;
  state: FormState;
  /** Kinds offered first; one alone is taken without asking. */
  kinds: readonly string[];
  fixed?: boolean | undefined;
}

/** A new paper: file first, since on a phone one begins with the photo. */
export function AddPaper({ base, version, state, kinds, fixed }: AddProps) {
  const [first] = kinds;
  const words = first ? evidenceWords(first) : undefined;
  const offered = [
    ...EVIDENCE.filter((one) => kinds.includes(one.id)),
    ...EVIDENCE.filter((one) => !kinds.includes(one.id)),
  ];
  const lapses = !fixed || words === undefined || words.lapses;
  return (
    <Form action={`${base}/them`} state={state} version={version} files label="Thêm giấy tờ">
      <div class="fields">
        <FileField
          name="file"
          label="Ảnh hoặc tệp giấy tờ"
          hint="PDF, JPEG, PNG, WebP, tối đa 20 MB. Chụp thẳng, đủ bốn góc, đọc rõ chữ."
          accept={PAPER_TYPES}
          paper
          parts="evidence"
        />
        {!fixed && (
          <SelectField
            name="kind"
            label="Loại giấy tờ"
            value={first}
            choices={offered.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <TextField name="title" label="Tên giấy tờ" value={fixed ? words?.name : undefined} maxLength={300} />
        <TextField name="number" label="Số, ký hiệu" optional width="mid" maxLength={300} />
        <TextField name="issuer" label="Nơi cấp" optional maxLength={300} />
        <DateField name="issuedOn" label="Ngày cấp" optional />
        {lapses && <DateField name="endsOn" label="Ngày hết hạn" hint="Để trống nếu giấy tờ không ghi hạn" optional />}
      </div>
      <FormEnd>
        <Button kind="main" icon="up" busy="Đang tải lên…">
          Thêm giấy tờ
        </Button>
      </FormEnd>
    </Form>
  );
}

/** Several pictures at once; photos of things are shrunk on the phone, photographed papers never (U16). */
export function AddPhotos({ base, version, state, kinds, fixed }: AddProps) {
  const [first = ''] = kinds;
  const photos = !fixed || PHOTO_KINDS.includes(first);
  const name = fixed ? evidenceWords(first)?.name : undefined;
  return (
    <Form
      action={`${base}/anh`}
      state={state}
      version={version}
      files
      label="Thêm nhiều ảnh cùng lúc"
      {...(fixed ? { hidden: { kind: first } } : {})}
    >
      <div class="fields">
        <FileField
          name="photos"
          label={photos ? 'Ảnh' : 'Ảnh chụp các trang'}
          hint={`Chọn nhiều ảnh cùng lúc, tối đa 20. ${photos ? 'Ảnh lớn được thu nhỏ trên máy.' : 'Chụp lần lượt từng trang.'}`}
          accept="image/jpeg,image/png,image/webp"
          multiple
          parts="picture"
          paper={!photos}
        />
        {!fixed && (
          <SelectField
            name="kind"
            label="Loại ảnh"
            value={PHOTO_KINDS[0]}
            choices={EVIDENCE.filter(({ id }) => PHOTO_KINDS.includes(id)).map((one) => ({
              value: one.id,
              label: one.name,
            }))}
          />
        )}
        <TextField name="title" label="Tên chung của các ảnh" value={name} maxLength={280} />
      </div>
      <FormEnd>
        <Button kind={photos && fixed ? 'main' : 'plain'} icon="up" busy="Đang tải lên…">
          Thêm các ảnh
        </Button>
      </FormEnd>
    </Form>
  );
}

/** What a good paper of this kind looks like, and a blank where it helps (U14, U22); folded once there is a paper. */
export function PaperGuide({ dossier, kind, open }: { dossier: string; kind: string; open: boolean }) {
  const guide = guideOf(kind);
  if (!guide) return null;
  return (
    <details class="box stack" open={open}>
      <summary class="row between line">
        Thế nào là đạt
        <Icon name="fold" />
      </summary>
      <div class="stack mt-4">
        <ExamplePaper shape={guide.shape} words={guide.words} />
        {guide.blank && (
          <p>
            <a class="file" href={blankPath(dossier, kind)}>
              <Icon name="down" />
              Tải mẫu gợi ý (Word), đã điền sẵn thông tin của bạn
            </a>
          </p>
        )}
      </div>
    </details>
  );
}
