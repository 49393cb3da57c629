import type { ComponentChildren } from 'preact';
import type { Theme } from './document.tsx';
import { Icon, type IconName } from './icons.tsx';

/** What every shell is told by the server. */
export interface Frame {
  lang?: 'vi' | 'en' | undefined;
  /** The demonstration programme runs here: one line on top of every page. */
  demo?: boolean | undefined;
  theme?: Theme | undefined;
  /** Path of this page, to come back to after a switch. */
  path: string;
  /** Path of the twin in the other language. */
  twin?: string | undefined;
  person?: Person | undefined;
  /** The OCOP mark as its owner gives it out; none is ever drawn. */
  logo?: Logo | undefined;
  /** What just happened, shown once. */
  toast?: { words: string; link?: { href: string; words: string } | undefined } | undefined;
}

/** A picture by its address, in pixels. */
export interface Logo {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The OCOP mark on a white plate, by day and by night. */
export function LogoPlate({ logo, lang = 'vi' }: { logo: Logo; lang?: 'vi' | 'en' | undefined }) {
  return (
    <span class="logo">
      <img {...logo} alt={lang === 'en' ? 'OCOP certification mark' : 'Nhãn hiệu chứng nhận OCOP'} />
    </span>
  );
}

/** Who is signed in. */
export interface Person {
  name: string;
  /** "Cán bộ xã", "Chủ tịch Hội đồng". */
  role: string;
  /** Office and place: "UBND xã Nam Dương", "Tỉnh Bắc Ninh". */
  unit?: string | undefined;
  place?: string | undefined;
  unread?: number | undefined;
}

/** A way to somewhere in a header, bar or menu. */
export interface Way {
  href: string;
  words: string;
  icon?: IconName | undefined;
  /** The present page stands below it. */
  here?: boolean | undefined;
  count?: number | undefined;
  /** The count needs somebody today. */
  hot?: boolean | undefined;
}

/** Fixed addresses the shells lead to. The theme form posts `theme` (day, night, device) and `back`. */
export const WAYS = {
  home: '/',
  products: '/san-pham',
  producers: '/chu-the',
  certificates: '/chung-nhan',
  rules: '/quy-dinh',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  account: '/tai-khoan',
  notices: '/hop-thu',
  search: '/tim',
  theme: '/giao-dien',
} as const;

/** One line on every page of the demonstration; the only banner. */
export function DemoStrip({ lang = 'vi', full }: { lang?: 'vi' | 'en' | undefined; full?: boolean | undefined }) {
  return (
    <aside class={full ? 'demo full' : 'demo'} aria-label={lang === 'en' ? 'Demonstration' : 'Bản trình diễn'}>
      <p class="page">
        {lang === 'en' ? (
          <>
            <b>Demonstration.</b> Data marked as assumed is invented.
          </>
        ) : (
          <>
            <b>Bản trình diễn.</b> <span class="wide">Danh sách sản phẩm và tiêu chí là thật; </span>
            <span class="wide">người, hồ sơ và điểm ghi “giả định” không có thật.</span>
            <span class="narrow">Mục ghi “giả định” không có thật.</span>
          </>
        )}
      </p>
    </aside>
  );
}

const THEMES: readonly { value: Theme; vi: string; en: string; icon: IconName }[] = [
  { value: 'device', vi: 'Theo máy', en: 'Device', icon: 'device' },
  { value: 'day', vi: 'Ngày', en: 'Day', icon: 'sun' },
  { value: 'night', vi: 'Đêm', en: 'Night', icon: 'moon' },
];

/** Day, night, or as the device says; a plain form, so it works without JavaScript. */
export function ThemeSwitch({ theme = 'device', path, lang = 'vi' }: Pick<Frame, 'theme' | 'path' | 'lang'>) {
  return (
    <form class="themes" method="post" action={WAYS.theme}>
      <input type="hidden" name="back" value={path} />
      <span>{lang === 'en' ? 'Theme' : 'Giao diện'}</span>
      <span class="set">
        {THEMES.map((each) => (
          <button key={each.value} type="submit" name="theme" value={each.value} aria-pressed={each.value === theme}>
            <Icon name={each.icon} />
            {each[lang]}
          </button>
        ))}
      </span>
    </form>
  );
}

/** A number in a round edge. */
export function Count({ count, hot, said }: { count: number; hot?: boolean | undefined; said?: string | undefined }) {
  return (
    <span class={hot ? 'cnt hot' : 'cnt'}>
      {count}
      {said && <span class="sr"> {said}</span>}
    </span>
  );
}

/** Leads to the notes of the account, with how many of them are unread. */
export function Bell({ unread = 0 }: { unread?: number | undefined }) {
  return (
    <a class="way" href={WAYS.notices} aria-label={`Thông báo: ${unread} chưa đọc`}>
      <Icon name="bell" />
      {unread > 0 && <Count count={unread} hot />}
    </a>
  );
}

/** The main part of a page: where the skip link leads. */
export function Main({ class: look, children }: { class?: string | undefined; children: ComponentChildren }) {
  return (
    <main id="noi-dung" class={look} tabIndex={-1}>
      {children}
    </main>
  );
}

/** Who is signed in, the theme, and the way out. */
export function PersonMenu({ frame, person }: { frame: Frame; person: Person }) {
  return (
    <details class="menu" data-menu>
      <summary class="way">
        <Icon name="user" />
        <span class="wide">{person.name}</span>
        <span class="sr narrow">Tài khoản</span>
      </summary>
      <div class="pop">
        <p class="who">
          <b>{person.name}</b>
          <span class="sm block text-ink-2">
            {person.role}
            {person.unit && `, ${person.unit}`}
          </span>
        </p>
        <hr />
        <a href={WAYS.search}>
          <Icon name="lens" />
          Tìm kiếm
        </a>
        <a href={WAYS.account}>
          <Icon name="key" />
          Tài khoản và bảo mật
        </a>
        <ThemeSwitch {...frame} />
        <hr />
        <form method="post" action={WAYS.signOut}>
          <button type="submit">
            <Icon name="leave" />
            Đăng xuất
          </button>
        </form>
      </div>
    </details>
  );
}
