/** The design as the web layer asks for it: which shell stands around a page, and what an error page says. */
import type { VNode } from 'preact';
import { rolesOf } from '#platform/actor';
import type { Views, Frame as WebFrame } from '#platform/http/web';
import { notFound } from '#platform/refusal';
import {
  BareShell,
  CouncilShell,
  type CouncilShellProps,
  DeskShell,
  Document,
  ErrorPage,
  type Frame,
  Main,
  Note,
  PhoneShell,
  PRODUCER_WAYS,
  PublicShell,
  type Way,
} from '#ui';
import { tabsOf } from './tabs.ts';

declare module '#platform/http/page' {
  interface ShellParts {
    /** What the member's tablet shows above the sheet; with shell `council`. */
    council?: Omit<CouncilShellProps, 'frame' | 'children' | 'up'>;
  }
}

export const views: Views = {
  document: (frame, content) => (
    <Document
      lang={frame.lang}
      title={frame.head.title}
      errors={frame.errors}
      description={frame.head.description}
      canonical={frame.baseUrl + frame.path}
      twin={frame.head.twin === undefined ? undefined : frame.baseUrl + frame.head.twin}
      image={frame.head.image === undefined ? undefined : frame.baseUrl + frame.head.image}
      noindex={frame.head.noindex || isPrivate(frame) || frame.demo}
      theme={frame.theme}
      account={frame.actor?.account}
    >
      {shelled(frame, withNotice(frame, content))}
    </Document>
  ),
  error: (frame, error) => {
    const signIn = error.signIn === undefined ? undefined : { href: error.signIn, words: 'Đăng nhập' };
    const title = KNOWN_TO_KIT.has(error.status) ? undefined : frame.head.title;
    return (
      <ErrorPage
        status={error.status}
        title={title}
        message={said(error, frame.lang)}
        errorId={error.errorId}
        back={signIn}
        lang={frame.lang}
      />
    );
  },
};

/** Statuses the kit has a picture and a heading for. */
const KNOWN_TO_KIT = new Set([403, 404, 429, 500, 503]);

/** Pages of people who have signed in are for no search machine. */
const isPrivate = (frame: WebFrame) => frame.shell !== 'public';

const NOTHING_THERE = notFound().message;

/** The usual sentence of a status is the kit's; a refusal says its own. */
function said(error: { status: number; message: string; basis: string | undefined }, lang: string): string | undefined {
  if (error.status >= 500) return undefined;
  if (error.status === 404 && (lang === 'en' || error.message === NOTHING_THERE)) return undefined;
  return error.basis === undefined ? error.message : `${error.message} (${error.basis})`;
}

function withNotice(frame: WebFrame, content: VNode): VNode {
  if (!frame.notice) return content;
  return (
    <>
      <div class="mb-6" role="alert">
        <Note kind="stop" title="Chưa làm được việc này.">
          {frame.notice.message}
          {frame.notice.texts.map((text) => (
            <p key={text} class="mt-2">
              Bạn đã viết: “{text}”
            </p>
          ))}
        </Note>
      </div>
      {content}
    </>
  );
}

function shelled(frame: WebFrame, content: VNode): VNode {
  const told = kitFrame(frame);
  const { here, up, acts, council } = frame.head;
  switch (shellOf(frame)) {
    case 'plain':
      return content;
    case 'door':
      return <BareShell frame={told}>{content}</BareShell>;
    case 'phone':
      return (
        <PhoneShell frame={told} ways={marked(PRODUCER_WAYS, frame.path, here)} acts={acts} up={up}>
          {content}
        </PhoneShell>
      );
    case 'desk': {
      const tabs = tabsOf(frame.actor ? rolesOf(frame.actor) : []);
      return (
        <DeskShell frame={told} tabs={marked(tabs, frame.path, here)} up={up}>
          {content}
        </DeskShell>
      );
    }
    case 'council':
      return council ? (
        <CouncilShell frame={told} up={up ?? { href: '/viec-cua-toi', words: 'Việc của tôi' }} {...council}>
          {content}
        </CouncilShell>
      ) : (
        <Main>{content}</Main>
      );
    case 'public':
      return (
        <PublicShell frame={told} here={portalKey(frame.path)} help={helps(frame.lang)}>
          {content}
        </PublicShell>
      );
  }
}

/** Ways of the footer. */
function helps(lang: WebFrame['lang']) {
  if (lang === 'en')
    return {
      points: '/en/mua-o-dau',
      misuse: '/en/bao-dung-sai',
      dossier: '/en/tra-cuu-ho-so',
      security: '/en/bao-mat',
      data: '/en/du-lieu-mo',
    };
  return {
    points: '/mua-o-dau',
    places: '/don-vi',
    villages: '/lang-nghe',
    acts: '/van-ban',
    misuse: '/bao-dung-sai',
    dossier: '/tra-cuu-ho-so',
    security: '/bao-mat',
    data: '/du-lieu-mo',
  };
}

function shellOf(frame: WebFrame): Exclude<WebFrame['shell'], 'auto'> {
  if (frame.shell !== 'auto') return frame.shell;
  return frame.actor?.role === 'producer' ? 'phone' : 'desk';
}

function kitFrame(frame: WebFrame): Frame {
  const { actor } = frame;
  return {
    lang: frame.lang,
    demo: frame.demo,
    theme: frame.theme,
    path: frame.path,
    twin: frame.head.twin,
    logo: frame.logo ?? undefined,
    person: actor ? { name: actor.name, role: actor.capacity, unread: frame.unread } : undefined,
    toast: frame.done === null ? undefined : { words: frame.done },
  };
}

/** The way the page stands below: the one named by the page, else the longest path it begins with. */
function marked(ways: readonly Way[], path: string, here: string | undefined): readonly Way[] {
  const open =
    here ??
    ways
      .map(({ href }) => href)
      .filter((href) => path === href || path.startsWith(`${href}/`))
      .sort((a, b) => b.length - a.length)[0];
  return ways.map((way) => ({ ...way, here: way.href === open }));
}

function portalKey(path: string): 'products' | 'producers' | 'certificates' | 'rules' | undefined {
  const local = path.replace(/^\/en(?=\/)/, '');
  if (local.startsWith('/san-pham')) return 'products';
  if (local.startsWith('/chu-the')) return 'producers';
  if (local.startsWith('/chung-nhan')) return 'certificates';
  return local.startsWith('/quy-dinh') ? 'rules' : undefined;
}
