import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Document, type Theme } from './document.tsx';
import { ErrorPage } from './error-page.tsx';
import { TextField } from './field.tsx';
import { Form, FormEnd } from './form.tsx';
import type { Frame } from './frame.tsx';
import { KitForms } from './kit-forms.tsx';
import { KitDesk, KitTasks } from './kit-lists.tsx';
import { KitParts } from './kit-parts.tsx';
import { KitBoard, KitReader, KitSheet, KitTablet } from './kit-work.tsx';
import { PublicShell } from './public-shell.tsx';
import { SavedMark } from './sheet-result.tsx';
import { Verdict } from './verdict.tsx';
import { BareShell, CouncilShell, DeskShell, PhoneShell } from './work-shells.tsx';

/** Every shell with every component in every state, for the eye of a designer and for the test of access. */
export const KIT_PAGES = [
  'portal',
  'certificate',
  'desk',
  'phone',
  'door',
  'error',
  'sheet',
  'tablet',
  'reader',
  'board',
] as const;
export type KitPage = (typeof KIT_PAGES)[number];

const FRAME: Frame = {
  demo: true,
  path: '/bang-mau',
  person: {
    name: 'Nguyễn Thị Hòa',
    role: 'Cán bộ xã',
    unit: 'UBND xã Nam Dương',
    place: 'Tỉnh Bắc Ninh',
    unread: 3,
  },
};
const TABS = [
  { href: '/viec', words: 'Việc của tôi', here: true, count: 14, hot: true },
  { href: '/ho-so', words: 'Hồ sơ' },
  { href: '/dot', words: 'Đợt đánh giá' },
  { href: '/hoi-dong', words: 'Hội đồng' },
  { href: '/cap', words: 'Chứng nhận', count: 5 },
  { href: '/so', words: 'Sổ ghi việc' },
];

/** One page of the kit as a whole document. */
export function Kit({ page, theme }: { page: KitPage; theme?: Theme }) {
  return (
    <Document title={`Bảng mẫu: ${page}`} theme={theme} noindex>
      {SHELLS[page]({ ...FRAME, theme })}
    </Document>
  );
}

const SHELLS: Record<KitPage, (frame: Frame) => ComponentChildren> = {
  portal: (frame) => (
    <PublicShell
      frame={{ ...frame, person: undefined, twin: '/en' }}
      here="products"
      help={{ misuse: '/bao', contact: '/lien-he' }}
    >
      <KitParts />
    </PublicShell>
  ),
  certificate: (frame) => (
    <PublicShell frame={frame} here="certificates">
      <Verdict state="valid">Đến hết ngày 14/11/2027</Verdict>
      {(['expiring', 'expired', 'extended', 'revoked', 'superseded', 'undetermined', 'unknown'] as const).map(
        (state) => (
          <section key={state} class="mt-6" aria-label={state}>
            <Verdict state={state}>Từ ngày 07/12/2023 không còn được dùng sao OCOP theo giấy này</Verdict>
          </section>
        ),
      )}
    </PublicShell>
  ),
  desk: (frame) => (
    <DeskShell frame={frame} tabs={TABS}>
      <KitDesk />
    </DeskShell>
  ),
  phone: (frame) => (
    <PhoneShell
      frame={frame}
      acts={<Button kind="main">Kiểm tra và nộp lại</Button>}
      up={{ href: '/viec', words: 'Hồ sơ của tôi' }}
    >
      <KitTasks />
      <KitForms />
    </PhoneShell>
  ),
  door: (frame) => (
    <BareShell frame={{ ...frame, person: undefined }}>
      <h1>Đăng nhập</h1>
      <Form action="/dang-nhap" label="Đăng nhập">
        <TextField name="account" label="Số điện thoại hoặc thư điện tử" autocomplete="username" value="0912 345 678" />
        <TextField name="password" label="Mật khẩu" type="password" autocomplete="current-password" />
        <FormEnd>
          <Button kind="main" full>
            Đăng nhập
          </Button>
        </FormEnd>
      </Form>
    </BareShell>
  ),
  sheet: (frame) => (
    <PhoneShell frame={frame} acts={<Button kind="main">Tiếp: 2. Phát triển sản phẩm</Button>}>
      <KitSheet />
    </PhoneShell>
  ),
  tablet: (frame) => (
    <CouncilShell
      frame={frame}
      up={{ href: '/viec', words: 'Về danh sách' }}
      title="Mỳ gạo Chũ Xuân Trường"
      sub="Sản phẩm 7 trong 12 · Đợt 2 năm 2026, tỉnh Bắc Ninh"
      slats={[
        'done',
        'done',
        'done',
        'done',
        'done',
        'done',
        'missing',
        'missing',
        'missing',
        'missing',
        'missing',
        'missing',
      ]}
      slatsSaid="sản phẩm đã nộp phiếu"
      closes={{ words: 'Đóng phiếu sau 1 giờ 20 phút', near: true }}
      saved={<SavedMark at="14:05" />}
      acts={
        <>
          <Button icon="left">Trước</Button>
          <Button kind="main" iconAfter="right">
            Sản phẩm tiếp
          </Button>
        </>
      }
    >
      <KitTablet />
    </CouncilShell>
  ),
  reader: (frame) => (
    <DeskShell frame={frame} tabs={TABS}>
      <KitReader />
    </DeskShell>
  ),
  board: (frame) => (
    <DeskShell frame={frame} tabs={TABS}>
      <KitBoard />
    </DeskShell>
  ),
  error: () => <ErrorPage status={503} errorId="7K2M-19QD" />,
};
