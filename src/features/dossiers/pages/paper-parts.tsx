import type { ComponentChildren } from 'preact';
import { EVIDENCE, evidenceWords } from '#law/dossier';
import type { FormState } from '#platform/http/context';
import {
  Button,
  DateField,
  FileField,
  Form,
  FormEnd,
  formatDay,
  formatSize,
  SelectField,
  StatusTag,
  TextField,
} from '#ui';
import type { WalletPaper } from '../wallet.ts';

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
      <p>
        <a href={`/tep/${file.id}`}>
          <b>{title}</b>
        </a>
        <span class="sm mut block">
          {evidenceWords(kind)?.name ?? 'Giấy tờ khác'} · {fileWords(paper)}
        </span>
      </p>
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
      </p>
      {reason && <p class="sm">Lý do: {reason}</p>}
      {children && <div class="row tight">{children}</div>}
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

/** "Bỏ khỏi hồ sơ" or from a criterion; the paper stays in the wallet. */
export function UnciteButton({ base, version, state, paper, words }: CiteProps) {
  return (
    <Form action={`${base}/bo/${paper}`} state={state} version={version}>
      <Button small kind="bare" icon="cross">
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
          accept="image/jpeg,image/png,image/webp,application/pdf"
          paper
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
