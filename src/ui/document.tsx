import type { ComponentChildren } from 'preact';
import { asset } from './assets.ts';
import { FieldIds } from './form.tsx';
import { StarShapes } from './stars.tsx';

export type Theme = 'day' | 'night' | 'device';

export interface DocumentProps {
  lang?: 'vi' | 'en' | undefined;
  /** Without the product's name; it is added. */
  title: string;
  /** The page shows errors: the title begins with "Lỗi:". */
  errors?: boolean | undefined;
  description?: string | undefined;
  /** Full address of this page, for search machines and sharing. */
  canonical?: string | undefined;
  /** Full address of the twin in the other language. */
  twin?: string | undefined;
  /** Full address of a picture for sharing. */
  image?: string | undefined;
  noindex?: boolean | undefined;
  theme?: Theme | undefined;
  /** Who is signed in: what the device keeps for a page is kept for this account alone. */
  account?: string | undefined;
  children: ComponentChildren;
}

const HTMX = JSON.stringify({ includeIndicatorCSS: false, history: false, transitions: false });
const THEME_NAMES = { day: 'ban-net', night: 'ban-net-dem', device: undefined } as const;

/** The whole page around a shell: head, style, scripts. Nothing inline, so it lives under `script-src 'self'`. */
export function Document({ lang = 'vi', theme = 'device', account, children, ...head }: DocumentProps) {
  return (
    <html lang={lang} data-theme={THEME_NAMES[theme]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Title {...head} lang={lang} />
        <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
        <link
          rel="preload"
          href={asset('be-vietnam-pro-400.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={asset('theme.css')} />
        <meta name="htmx-config" content={HTMX} />
        <script src={asset('boot.js')} type="module" />
      </head>
      <body data-account={account}>
        <a class="skip" href="#noi-dung">
          {lang === 'en' ? 'Skip to content' : 'Đến nội dung chính'}
        </a>
        <StarShapes />
        <FieldIds>{children}</FieldIds>
      </body>
    </html>
  );
}

type TitleProps = Omit<DocumentProps, 'children' | 'theme' | 'account'>;

/** Title, description, canonical address, twin language and the card for sharing. */
function Title({ title, errors, description, canonical, twin, image, noindex, lang }: TitleProps) {
  const full = `${errors ? 'Lỗi: ' : ''}${title} · Sao Làng`;
  return (
    <>
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {twin && <link rel="alternate" hreflang={lang === 'en' ? 'vi' : 'en'} href={twin} />}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content="Sao Làng" />
      <meta property="og:type" content="website" />
      {description && <meta property="og:description" content={description} />}
      {canonical && <meta property="og:url" content={canonical} />}
      {image && <meta property="og:image" content={image} />}
    </>
  );
}

/** A whole answer as text: doctype and document. `render` is preact-render-to-string. */
export function htmlOf(markup: string): string {
  return `<!doctype html>${markup}`;
}
