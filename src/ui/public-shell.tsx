import type { ComponentChildren } from 'preact';
import { DemoStrip, type Frame, type Logo, LogoPlate, Main, ThemeSwitch, WAYS } from './frame.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Mark } from './mark.tsx';
import { Toast } from './note.tsx';
import { Ready, readyFrom } from './ready.tsx';

type Key = 'products' | 'producers' | 'certificates' | 'rules';

const WORDS = {
  vi: {
    products: 'Sản phẩm',
    producers: 'Chủ thể',
    certificates: 'Kiểm tra chứng nhận',
    rules: 'Quy định đang áp dụng',
    signIn: 'Đăng nhập',
    work: 'Vào làm việc',
    menu: 'Mở danh mục',
    main: 'Chính',
    twin: 'English',
    programme: 'Chương trình Mỗi xã một sản phẩm',
    about: 'Cơ quan tham mưu quản lý OCOP cấp tỉnh. Số liệu công khai theo giấy phép dữ liệu mở.',
    find: 'Tra cứu',
    places: 'Đơn vị hành chính, tên cũ',
    points: 'Mua ở đâu',
    villages: 'Làng nghề, vùng nguyên liệu',
    acts: 'Văn bản còn hiệu lực',
    help: 'Trợ giúp',
    misuse: 'Báo sản phẩm dùng sai sao',
    dossier: 'Hồ sơ đang ở bước nào',
    security: 'Báo lỗ hổng bảo mật',
    contact: 'Liên hệ cán bộ xã',
    access: 'Khả năng tiếp cận',
    data: 'Dữ liệu mở',
  },
  en: {
    products: 'Products',
    producers: 'Producers',
    certificates: 'Check a certificate',
    rules: 'Rules in force',
    signIn: 'Sign in',
    work: 'To my work',
    menu: 'Open menu',
    main: 'Main',
    twin: 'Tiếng Việt',
    programme: 'One Commune One Product programme',
    about: 'Provincial OCOP office. Public figures under an open data licence.',
    find: 'Look up',
    places: 'Places',
    points: 'Where to buy',
    villages: 'Craft villages',
    acts: 'Legal acts in force',
    help: 'Help',
    misuse: 'Report wrong use of stars',
    dossier: 'Where a dossier is',
    security: 'Report a weakness',
    contact: 'Contact the commune officer',
    access: 'Accessibility',
    data: 'Open data',
  },
} as const;

const ICONS: Record<Key, IconName> = { products: 'box', producers: 'factory', certificates: 'seal', rules: 'book' };
const KEYS: readonly Key[] = ['products', 'producers', 'certificates', 'rules'];

const HELPS = [
  'points',
  'places',
  'villages',
  'acts',
  'misuse',
  'dossier',
  'security',
  'contact',
  'access',
  'data',
] as const;

export interface PublicShellProps {
  frame: Frame;
  /** Which way of the header the page stands below. */
  here?: Key | undefined;
  /** Ways of the footer's third column; left out where the product has no such page. */
  help?: Partial<Record<(typeof HELPS)[number], string>> | undefined;
  children: ComponentChildren;
}

/** The portal: paper header, footer under a woven edge. The phone menu opens without JavaScript. */
export function PublicShell({ frame, here, help = {}, children }: PublicShellProps) {
  const { lang = 'vi', twin, theme, path, logo } = frame;
  const atWork = frame.person !== undefined;
  return (
    <div data-density="public">
      {frame.demo && <DemoStrip lang={lang} />}
      <Ready as="header" class="hd" html={readyHeader({ lang, here, twin, atWork })} />
      <Main>{children}</Main>
      {frame.toast && <Toast link={frame.toast.link}>{frame.toast.words}</Toast>}
      <Ready as="footer" class="foot dye" html={readyFooter({ lang, theme, path, help, logo })} />
    </div>
  );
}

/** Header and footer are the same on most pages: they are kept ready. */
const MOST_READY = 200;
const readyHeader = readyFrom((props: HeaderProps) => <Header {...props} />, MOST_READY);
const readyFooter = readyFrom((props: FooterProps) => <Footer {...props} />, MOST_READY);

interface HeaderProps {
  lang: 'vi' | 'en';
  here: Key | undefined;
  twin: string | undefined;
  /** Somebody is signed in. */
  atWork: boolean;
}

function Header({ lang, here, twin, atWork }: HeaderProps) {
  const words = WORDS[lang];
  const base = lang === 'en' ? '/en' : '';
  const ways = KEYS.map((key) => ({ key, href: base + WAYS[key], words: words[key], here: key === here }));
  const door = atWork
    ? { href: '/viec-cua-toi', words: words.work }
    : { href: base + WAYS.signIn, words: words.signIn };
  return (
    <div class="page">
      <Mark href={base || '/'} />
      <nav class="nav" aria-label={words.main}>
        {ways.map((way) => (
          <a key={way.key} href={way.href} aria-current={way.here ? 'page' : undefined}>
            {way.words}
          </a>
        ))}
      </nav>
      <span class="end">
        {twin && (
          <a class="btn bare small" href={twin} lang={lang === 'en' ? 'vi' : 'en'}>
            {words.twin}
          </a>
        )}
        <a class="btn small" href={door.href}>
          {door.words}
        </a>
      </span>
      <span class="hand">
        <a class="icon-btn" href={base + WAYS.certificates} aria-label={words.certificates}>
          <Icon name="qr" />
        </a>
        <details class="menu" data-menu>
          <summary class="icon-btn" aria-label={words.menu}>
            <Icon name="menu" />
          </summary>
          <nav class="pop" aria-label={words.main}>
            {ways.map((way) => (
              <a key={way.key} href={way.href} aria-current={way.here ? 'page' : undefined}>
                <Icon name={ICONS[way.key]} />
                {way.words}
              </a>
            ))}
            <hr />
            {twin && (
              <a href={twin} lang={lang === 'en' ? 'vi' : 'en'}>
                <Icon name="swap" />
                {words.twin}
              </a>
            )}
            <a href={door.href}>
              <Icon name="user" />
              {door.words}
            </a>
          </nav>
        </details>
      </span>
    </div>
  );
}

interface FooterProps {
  lang: 'vi' | 'en';
  theme: Frame['theme'];
  path: string;
  help: NonNullable<PublicShellProps['help']>;
  logo: Logo | undefined;
}

function Footer({ lang, theme, path, help, logo }: FooterProps) {
  const words = WORDS[lang];
  const base = lang === 'en' ? '/en' : '';
  const helps = HELPS.flatMap((key) => {
    const href = help[key];
    return href ? [{ href, words: words[key] }] : [];
  });
  return (
    <>
      <div class="edge" />
      <div class="page thirds">
        <div class="stack-2">
          <h2>{words.programme}</h2>
          <p>{words.about}</p>
          {logo && <LogoPlate logo={logo} lang={lang} />}
        </div>
        <div class="stack-2">
          <h2>{words.find}</h2>
          <ul>
            {KEYS.map((key) => (
              <li key={key}>
                <a href={base + WAYS[key]}>{words[key]}</a>
              </li>
            ))}
          </ul>
        </div>
        {helps.length > 0 && (
          <div class="stack-2">
            <h2>{words.help}</h2>
            <ul>
              {helps.map((each) => (
                <li key={each.href}>
                  <a href={each.href}>{each.words}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div class="page">
        <div class="base">
          <span>Sao Làng</span>
          <ThemeSwitch lang={lang} theme={theme} path={path} />
        </div>
      </div>
    </>
  );
}
